/**
 * `npm run bench [-- --seconds N --quick]`: four roads, each with three hot system accounts, over wallets that are
 * uniform or Zipf-distributed, with 64 and 256 callers; in one run, on one PostgreSQL. Writes bench/results.md.
 * With `--proof` or `--tracing` [--rounds N] [--record DIR] instead what that part of the service costs.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { compare } from './costs/main.ts';
import { measure } from './measure.ts';
import { type Row, report } from './report.ts';
import { openEngineRoad } from './roads/engine.ts';
import { openRowRoad } from './roads/row-at-a-time.ts';
import { type BenchServer, diskUse, startBenchServer } from './server.ts';
import { load, startBenchService } from './service.ts';
import { type Spread, Workload } from './workload.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    quick: { type: 'boolean' },
    proof: { type: 'boolean' },
    tracing: { type: 'boolean' },
    rounds: { type: 'string', default: '5' },
    record: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const spreads: readonly Spread[] = values.quick ? ['uniform'] : ['uniform', 1, 2];
const callers: readonly number[] = values.quick ? [256] : [64, 256];
const BATCH = 1000;
/** Of the row road: what the driver takes when nobody says otherwise. */
const POOL = 10;

type Run = Pick<Row, 'spread' | 'callers'>;

async function rowRoad(server: BenchServer, run: Run, connections: number): Promise<Row> {
  const url = await server.copy('rows');
  const road = await openRowRoad(url, connections);
  const figures = await measure(road.step(new Workload(run.spread, 'r')), run.callers, seconds);
  await road.close();
  await server.drop(url);
  return { road: connections === 1 ? 'a1' : 'a', ...run, ...figures, bytes: null, reads: null };
}

async function engineRoad(server: BenchServer, run: Run): Promise<Row> {
  const url = await server.copy('books');
  const before = await diskUse(url);
  const road = await openEngineRoad(url);
  const figures = await measure(road.step(new Workload(run.spread, 'e')), run.callers, seconds);
  await road.close();
  const bytes = await bytesSince(url, before);
  await server.drop(url);
  return { road: 'b', ...run, ...figures, bytes, reads: null };
}

async function httpRoad(server: BenchServer, run: Run, road: 'c' | 'd'): Promise<Row> {
  const url = await server.copy('books');
  const before = await diskUse(url);
  const service = await startBenchService(url);
  const figures = await load({
    port: service.port,
    token: service.token,
    road: road === 'c' ? 'one' : 'batch',
    spread: run.spread,
    // A request of the batch endpoint carries a thousand operations: a few at once are as many as hundreds of the others.
    connections: road === 'c' ? run.callers : run.callers / 32,
    seconds,
    run: road,
    batch: BATCH,
  });
  await service.stop();
  const bytes = await bytesSince(url, before);
  await server.drop(url);
  return { road, ...run, ...figures, bytes };
}

async function bytesSince(url: string, before: { bytes: bigint; operations: bigint }): Promise<number> {
  const after = await diskUse(url);
  return Math.round(Number(after.bytes - before.bytes) / Number(after.operations - before.operations));
}

async function allRoads(server: BenchServer): Promise<void> {
  const rows: Row[] = [];
  for (const spread of spreads) {
    for (const count of callers) {
      const run = { spread, callers: count };
      for (const connections of [POOL, 1]) rows.push(await rowRoad(server, run, connections));
      rows.push(await engineRoad(server, run));
      for (const road of ['c', 'd'] as const) rows.push(await httpRoad(server, run, road));
      console.log(report(rows.slice(-5), server.version, seconds));
    }
  }
  if (!values.quick) await writeFile(new URL('results.md', import.meta.url), report(rows, server.version, seconds));
}

const server = await startBenchServer();
try {
  const { record } = values;
  const parts = (['proof', 'tracing'] as const).filter((part) => values[part]);
  for (const part of parts) await compare(server, { part, rounds: Number(values.rounds), seconds, record });
  if (parts.length === 0) await allRoads(server);
} finally {
  await server.stop();
}
