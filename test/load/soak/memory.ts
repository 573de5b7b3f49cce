/** What a process keeps in memory, looked at again and again; a process that takes its place begins anew. */
import { readFile } from 'node:fs/promises';
import { type Point, type Slope, slopeOf } from './slope.ts';

/** Behind its start a process fills what it remembers: this long it may grow as it likes. */
export const WARM_UP_MS = 600_000;
/** A line through less than this says nothing. */
const LEAST_MS = 600_000;
/** What collectors of garbage leave behind is the least of each so long. */
const BUCKET_MS = 60_000;

export interface Look {
  readonly pid: number;
  /** Milliseconds. */
  readonly at: number;
  readonly megabytes: number;
}

/** Resident megabytes; null where there is no such process. Linux only. */
export async function residentMegabytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

export interface Growth extends Slope {
  /** How long the process was looked at behind its warm-up. */
  readonly minutes: number;
}

/** Megabytes an hour of the process that was looked at longest behind its warm-up; null where that was too short. */
export function growthOf(looks: readonly Look[], { warmUpMs = WARM_UP_MS, leastMs = LEAST_MS } = {}): Growth | null {
  const warm = [...Map.groupBy(looks, ({ pid }) => pid).values()].map((own) => {
    const [first] = own as [Look];
    return own.filter(({ at }) => at >= first.at + warmUpMs);
  });
  const longest = warm.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0] ?? [];
  if (lengthOf(longest) < leastMs) return null;
  const line = slopeOf(leastOfEach(longest));
  return line && { ...line, minutes: lengthOf(longest) / 60_000 };
}

const lengthOf = (looks: readonly Look[]): number => (looks.at(-1)?.at ?? 0) - (looks[0]?.at ?? 0);

/** In hours and megabytes. */
function leastOfEach(looks: readonly Look[]): Point[] {
  const buckets = Map.groupBy(looks, ({ at }) => Math.floor(at / BUCKET_MS));
  return [...buckets].map(([bucket, own]) => ({
    x: (bucket * BUCKET_MS) / 3_600_000,
    y: Math.min(...own.map(({ megabytes }) => megabytes)),
  }));
}
