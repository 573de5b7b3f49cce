/** What a process keeps in memory, looked at again and again; a process that takes its place begins anew. */
import { readFile } from 'node:fs/promises';
import type { Kept } from '../../support/memory.ts';
import { type Slope, slopeOf } from './slope.ts';

/** Behind its start a process fills what it remembers: this long it may grow as it likes. */
const WARM_UP_MS = 600_000;
/** A line through less than this says nothing. */
const LEAST_MS = 600_000;

export interface Look extends Kept {
  readonly pid: number;
  /** Milliseconds. */
  readonly at: number;
}

/** Resident megabytes, garbage and all; null where there is no such process. Linux only. */
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
export function growthOf(looks: readonly Look[], of: keyof Kept): Growth | null {
  const warm = [...Map.groupBy(looks, ({ pid }) => pid).values()].map((own) => {
    const [first] = own as [Look];
    return own.filter(({ at }) => at >= first.at + WARM_UP_MS);
  });
  const longest = warm.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0] ?? [];
  if (lengthOf(longest) < LEAST_MS) return null;
  const line = slopeOf(longest.map((look) => ({ x: look.at / 3_600_000, y: look[of] })));
  return line && { ...line, minutes: lengthOf(longest) / 60_000 };
}

const lengthOf = (looks: readonly Look[]): number => (looks.at(-1)?.at ?? 0) - (looks[0]?.at ?? 0);
