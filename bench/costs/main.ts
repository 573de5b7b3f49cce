/**
 * `npm run bench -- --proof` and `npm run bench -- --tracing`: what a part of the service costs. The service with it and
 * without it do the same work in turns, in one run on one PostgreSQL; what counts is the ratio of neighbours.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { writeRecord } from '../../test/support/record.ts';
import type { BenchServer } from '../server.ts';
import { load, startBenchService } from '../service.ts';

interface Variant {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** Left out of the sources: see without.ts. */
  readonly without?: 'proof' | 'tracing';
  /** Operations a second of the first's that it must reach. */
  readonly least?: number;
}

interface Figures {
  readonly rate: number;
  readonly p99: number;
  /** Microseconds of the service's CPU an operation: little changed by what else the machine does. */
  readonly cpu: number;
}

const CALLERS = 64;
const CHECKPOINT_EVERY_S = '5';

const PROOF: readonly Variant[] = [
  { name: 'without block hashes and checkpoints', env: { CHECKPOINT_EVERY: '0' }, without: 'proof' },
  { name: 'with them', env: { CHECKPOINT_EVERY: CHECKPOINT_EVERY_S }, least: 0.9 },
];

const tracing = (collector: string): readonly Variant[] => [
  { name: 'without tracing in the sources', env: {}, without: 'tracing' },
  { name: 'off', env: {}, least: 0.97 },
  { name: 'on', env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector } },
];

export interface Comparison {
  readonly part: 'proof' | 'tracing';
  readonly rounds: number;
  readonly seconds: number;
  /** Where the record of it goes. */
  readonly record: string | undefined;
}

/** Compares the variants of a part and prints their ratios to the first. */
export async function compare(server: BenchServer, { part, rounds, seconds, record }: Comparison): Promise<void> {
  const when = new Date();
  const collector = await sink();
  const variants = part === 'proof' ? PROOF : tracing(collector.url);
  const measured = variants.map((): Figures[] => []);
  try {
    for (let round = 0; round < rounds; round += 1) {
      // The one that goes first finds another machine than the last: they take turns in that too.
      for (let turn = 0; turn < variants.length; turn += 1) {
        const place = (turn + round) % variants.length;
        const figures = await run(server, variants[place] as Variant, `${round}${turn}`, seconds);
        measured[place]?.push(figures);
        console.log(
          `${variants[place]?.name}: ${Math.round(figures.rate)}/s, ${figures.cpu.toFixed(0)} us, p99 ${figures.p99.toFixed(1)} ms`,
        );
      }
    }
  } finally {
    collector.close();
  }
  const rows = variants.map(({ name }, place) => summary(name, measured[0] ?? [], measured[place] ?? []));
  console.log(
    `\n| | operations/s | of the first | service's CPU us | of the first | p99 ms |\n|---|---:|---:|---:|---:|---:|`,
  );
  for (const row of rows) {
    const cells = [
      row.name,
      Math.round(row.rate),
      row.rateRatio.toFixed(3),
      row.cpu.toFixed(0),
      row.cpuRatio.toFixed(3),
      row.p99.toFixed(1),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const what = part === 'proof' ? 'what the hashes of the journal and its checkpoints cost' : 'what spans cost';
  const counts = Object.fromEntries(rows.map(({ name, ...row }) => [name, row]));
  const problems = variants.flatMap(({ name, least = 0 }, place) => {
    const ratio = rows[place]?.rateRatio ?? 0;
    return ratio < least ? [`${name}: ${ratio.toFixed(3)} of the first, not ${least}`] : [];
  });
  await writeRecord(record, { run: `bench-${part}`, what, when, seed: 1, count: rounds, counts, problems });
  if (problems.length > 0) process.exitCode = 1;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Medians; of the ratios, those of each round. */
function summary(name: string, first: readonly Figures[], own: readonly Figures[]) {
  const ratio = (of: (figures: Figures) => number) =>
    median(own.map((figures, round) => of(figures) / of(first[round] as Figures)));
  return {
    name,
    rate: median(own.map(({ rate }) => rate)),
    rateRatio: ratio(({ rate }) => rate),
    cpu: median(own.map(({ cpu }) => cpu)),
    cpuRatio: ratio(({ cpu }) => cpu),
    p99: median(own.map(({ p99 }) => p99)),
  };
}

async function run(server: BenchServer, variant: Variant, name: string, seconds: number): Promise<Figures> {
  const url = await server.copy('books');
  if (variant.without === 'proof') await unhashed(url);
  const hook = new URL('without.ts', import.meta.url).href;
  const service = await startBenchService(url, {
    env: { ...variant.env, ...(variant.without && { BENCH_WITHOUT: variant.without }) },
    flags: variant.without ? ['--import', hook] : [],
  });
  const before = await service.cpu();
  const { operations, p99, all } = await load({
    ...{ port: service.port, token: service.token, road: 'one', spread: 'uniform' },
    ...{ connections: CALLERS, seconds, run: `cost${name}`, batch: 1 },
  });
  const cpu = ((await service.cpu()) - before) / all;
  await service.stop();
  await server.drop(url);
  return { rate: operations / seconds, p99, cpu };
}

/** ledger_commit without the block's hash; the block itself stays, as it says when its operations were recorded. */
async function unhashed(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select pg_get_functiondef('ledger_commit'::regproc) as text");
  const [hashed, plain] = [/v_hash := sha256\([^;]*;/, 'v_hash := v_previous;'];
  if (!hashed.test(rows[0].text)) throw new Error('ledger_commit hashes no block');
  await client.query(rows[0].text.replace(hashed, () => plain));
  await client.end();
}

/** A collector that takes everything and keeps nothing. */
async function sink(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
