import { availableParallelism } from 'node:os';
import { type Figures, WARM_UP } from './measure.ts';
import type { Spread } from './workload.ts';

export interface Row extends Figures {
  readonly road: 'a' | 'a1' | 'b' | 'c' | 'd';
  readonly spread: Spread;
  readonly callers: number;
  /** Bytes on disk a transaction, indexes and journal included. */
  readonly bytes: number | null;
  readonly reads: { readonly count: number; readonly p50: number; readonly p99: number } | null;
}

const ROADS = {
  a: '(a) row at a time, pool of 10',
  a1: '(a) row at a time, one connection',
  b: '(b) engine, called directly',
  c: '(c) HTTP, one a request',
  d: '(d) HTTP, batches of 1,000',
};

/** The figures as a Markdown page. */
export function report(rows: readonly Row[], postgres: string, seconds: number): string {
  const table = rows.map((row) => {
    const rate = rateOf(row);
    const base = rows.find((other) => other.road === 'a' && sameRun(other, row));
    const cells = [
      ROADS[row.road],
      row.spread === 'uniform' ? 'uniform' : `Zipf ${row.spread}.0`,
      String(row.callers),
      Math.round(rate).toLocaleString('en'),
      base ? `${(rate / rateOf(base)).toFixed(1)}x` : '',
      row.p50.toFixed(1),
      row.p99.toFixed(1),
      String(row.bytes ?? ''),
      row.reads ? `${row.reads.p99.toFixed(1)} (${row.reads.count.toLocaleString('en')})` : '',
      String(row.refused),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `# Bench results

PostgreSQL ${postgres} with fsync on, ${availableParallelism()} cores with the service, the database and the load all on them, ${seconds} s a run after a
warm-up of ${WARM_UP} s. Absolute figures change with the machine; the ratios to road (a) of the same run hold. For (d), callers are
requests of 1,000 operations, a 32nd as many at once, and the times are those of whole requests.

| road | wallets | callers | operations/s | of (a) | p50 ms | p99 ms | bytes/tx | balance reads p99 ms (count) | refused |
|---|---|---|---:|---:|---:|---:|---:|---:|---:|
${table.join('\n')}
`;
}

const rateOf = (row: Row): number => row.operations / row.seconds;
const sameRun = (a: Row, b: Row): boolean => a.spread === b.spread && a.callers === b.callers;
