/** What was refused: every line of it into the report file, the first ones and the sums into the summary. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { ImportCounts, RefusedLine } from './run.ts';

const SHOWN = 20;

export class Refusals {
  readonly #file: number | null;
  readonly #first: RefusedLine[] = [];
  readonly #byCode = new Map<string, number>();

  /** `path`: where the report goes; it is begun anew. Throws where it can't be written. */
  constructor(path: string | null) {
    this.#file = path === null ? null : openSync(path, 'w');
  }

  add(refused: RefusedLine): void {
    if (this.#file !== null) writeSync(this.#file, `${JSON.stringify(refused)}\n`);
    if (this.#first.length < SHOWN) this.#first.push(refused);
    this.#byCode.set(refused.code, (this.#byCode.get(refused.code) ?? 0) + 1);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }

  summary({ assets, recorded, replayed, refused }: ImportCounts): string {
    const rest = refused - this.#first.length;
    return [
      ...(assets > 0 ? [`${count(assets)} assets added`] : []),
      `${count(recorded)} recorded, ${count(replayed)} replayed, ${count(refused)} refused`,
      ...[...this.#byCode].map(([code, times]) => `  ${code}: ${count(times)}`),
      ...this.#first.map(shown),
      ...(rest > 0 ? [`  and ${count(rest)} more`] : []),
    ].join('\n');
  }
}

const count = (number: number): string => number.toLocaleString('en');

function shown({ line, operation, reference, code, why, details = {} }: RefusedLine): string {
  const what = [operation, reference].filter((part) => part !== null).join(' ');
  const more = Object.entries(details).map(([name, value]) => `${name} ${value}`);
  return `  line ${line}: ${[what, code, why, ...more].filter((part) => part !== '').join(', ')}`;
}
