/** What people hand over in cash: the next sums that can be laid down in notes. */
import type { Asset } from '../../money/asset.ts';

/** Whole units of the currency. */
const NOTES: Readonly<Record<string, readonly bigint[]>> = {
  TZS: [1_000n, 2_000n, 5_000n, 10_000n],
  KES: [50n, 100n, 200n, 500n, 1_000n],
  UGX: [1_000n, 2_000n, 5_000n, 10_000n, 20_000n, 50_000n],
  USD: [1n, 5n, 10n, 20n, 50n, 100n],
  EUR: [5n, 10n, 20n, 50n, 100n],
};

const MOST = 3;

/** At most three sums above the amount, in minor units. */
export function notesFor(amount: bigint, { code, decimals }: Asset): bigint[] {
  const notes = NOTES[code] ?? [];
  if (amount <= 0n) return [];
  const unit = 10n ** BigInt(decimals);
  const sums = notes.map((note) => {
    const size = note * unit;
    return ((amount + size - 1n) / size) * size;
  });
  const above = [...new Set(sums)].filter((sum) => sum > amount);
  return above.sort((a, b) => (a < b ? -1 : 1)).slice(0, MOST);
}
