/**
 * A transaction's number: its place in the journal in one whole number, for those who know transactions by numbers. The
 * block's height takes the upper bits, the place in the block the lower ones, so that numbers are unique in their ledger,
 * grow with time, and lead back to the transaction without a table. The first 2^39 blocks (17 years of a thousand a
 * second) have numbers below 2^53, which JSON numbers hold exactly.
 */

export interface JournalPlace {
  readonly height: bigint;
  readonly index: number;
}

const INDEX_BITS = 14n;
const MAX_NUMBER = BigInt(Number.MAX_SAFE_INTEGER);

/** How many operations a block may have at most, so that each has a number of its own. */
export const MAX_BLOCK_OPERATIONS = 2 ** Number(INDEX_BITS);

export function transactionNumber({ height, index }: JournalPlace): bigint {
  const number = (height << INDEX_BITS) | BigInt(index);
  if (index >= MAX_BLOCK_OPERATIONS || number > MAX_NUMBER) throw new Error(`no number for ${height}, ${index}`);
  return number;
}

/** Where the transaction with this number stands, if there is one. */
export const placeOf = (number: bigint): JournalPlace => ({
  height: number >> INDEX_BITS,
  index: Number(number & BigInt(MAX_BLOCK_OPERATIONS - 1)),
});
