/** The credit slips of a batch: as they were read, and as the batch's own operations have changed them so far. */

import type { NewSlip, ProductFacts, SlipUpdate } from '../wallet/slip/rows.ts';
import { isOpen, type SlipState } from '../wallet/slip/slip.ts';

export interface ChangedSlip {
  readonly slip: SlipState;
  /** The version in the books; null where the batch itself creates the slip. */
  readonly expected: number | null;
  readonly lines: ReadonlySet<number>;
}

export class DraftSlips {
  readonly #read: ReadonlyMap<string, SlipState>;
  readonly #changed = new Map<string, ChangedSlip>();

  constructor(read: ReadonlyMap<string, SlipState>) {
    this.#read = read;
  }

  get(id: string): SlipState | null {
    return this.#changed.get(id)?.slip ?? this.#read.get(id) ?? null;
  }

  /** Open and partially paid ones, by occurredAt, then by id. */
  open(customer: string, asset: string): SlipState[] {
    const all = new Map([...this.#read, ...[...this.#changed].map(([id, { slip }]) => [id, slip] as const)]);
    return [...all.values()]
      .filter((slip) => slip.customer === customer && slip.asset === asset && isOpen(slip))
      .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.id < b.id ? -1 : 1));
  }

  isChanged(id: string): boolean {
    return this.#changed.has(id);
  }

  changed(): ChangedSlip[] {
    return [...this.#changed.values()];
  }

  /** `transaction`: the id of the operation that these facts are of. */
  add(facts: ProductFacts, transaction: string): void {
    for (const slip of facts.newSlips ?? []) this.#create({ ...slip, transaction });
    for (const update of facts.slipUpdates ?? []) this.#update(update);
  }

  #create(slip: NewSlip & { transaction: string }): void {
    this.#changed.set(slip.id, { slip, expected: null, lines: new Set() });
  }

  #update({ slip, expectedVersion, changedLines }: SlipUpdate): void {
    const before = this.#changed.get(slip.id);
    const expected = before ? before.expected : expectedVersion;
    this.#changed.set(slip.id, { slip, expected, lines: new Set([...(before?.lines ?? []), ...changedLines]) });
  }
}
