/**
 * What has become of operations, put away as bytes: of hours of load there are millions of them, and as objects they would be
 * gone through at every collection of garbage, until the load is what is slow.
 */
import type { Kind } from './want.ts';

/** What an operation that was acknowledged is known by in the books. */
export interface Known {
  readonly name: string;
  readonly kind: Kind;
  readonly customer: string;
  /** Minor units. */
  readonly amount: bigint;
  /** The transaction that the answer named, where it named one. */
  readonly told: string | undefined;
}

const CHUNK = 1 << 20;

/** Lines, in the order in which they came, outside of what is collected. */
export class Lines {
  readonly #full: Buffer[] = [];
  #chunk = Buffer.allocUnsafeSlow(CHUNK);
  #end = 0;

  add(line: string): void {
    if (this.#end + line.length + 1 > CHUNK) {
      this.#full.push(this.#chunk.subarray(0, this.#end));
      this.#chunk = Buffer.allocUnsafeSlow(CHUNK);
      this.#end = 0;
    }
    this.#end += this.#chunk.write(`${line}\n`, this.#end, 'latin1');
  }

  *[Symbol.iterator](): Generator<string> {
    for (const chunk of [...this.#full, this.#chunk.subarray(0, this.#end)])
      yield* chunk.toString('latin1').split('\n').slice(0, -1);
  }
}

/** Operations that were acknowledged. Their fields have no tabs in them. */
export class PutAway {
  readonly #lines = new Lines();
  size = 0;

  add({ name, kind, customer, amount, told = '' }: Known): void {
    this.#lines.add([name, kind, customer, amount, told].join('\t'));
    this.size += 1;
  }

  /** All of them. Throws where one is there twice. */
  read(): Map<string, Known> {
    const all = new Map<string, Known>();
    for (const line of this.#lines) {
      const [name, kind, customer, amount, told] = line.split('\t') as [string, Kind, string, string, string];
      if (all.has(name)) throw new Error(`${name} was answered for good twice`);
      all.set(name, { name, kind, customer, amount: BigInt(amount), told: told || undefined });
    }
    return all;
  }
}
