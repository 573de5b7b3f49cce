import { hash } from 'node:crypto';

/** 128 bits of the SHA-256 of some texts, written as a uuid: what stands for them in the books. */
export function digest(...parts: readonly string[]): string {
  const hex = hash('sha256', JSON.stringify(parts), 'hex');
  // Joined, it is one string; put together of pieces, each of the many that are remembered would keep its pieces too.
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
