import { LedgerStream, type StreamParts } from './stream.ts';

/** The streams of those ledgers that somebody listens to; a ledger without listeners costs nothing. */
export class LedgerStreams {
  readonly #parts: StreamParts;
  readonly #streams = new Map<bigint, { readonly stream: LedgerStream; users: number }>();

  constructor(parts: StreamParts) {
    this.#parts = parts;
  }

  /** To be given back by `close`. It may not have started yet. */
  open(ledgerId: bigint): LedgerStream {
    const known = this.#streams.get(ledgerId) ?? { stream: new LedgerStream(this.#parts, ledgerId), users: 0 };
    known.users += 1;
    this.#streams.set(ledgerId, known);
    return known.stream;
  }

  close({ ledgerId }: LedgerStream): void {
    const known = this.#streams.get(ledgerId);
    if (!known) return;
    known.users -= 1;
    if (known.users > 0) return;
    this.#streams.delete(ledgerId);
    void known.stream.stop();
  }

  /** The stream of a ledger that somebody listens to. */
  get(ledgerId: bigint): LedgerStream | null {
    return this.#streams.get(ledgerId)?.stream ?? null;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#streams.values()].map(({ stream }) => stream.stop()));
  }
}
