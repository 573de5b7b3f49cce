import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { house, wallet } from './account.ts';
import {
  type Block,
  blockHash,
  canonicalLine,
  genesisHash,
  type JournalLine,
  leafHash,
  merkleRoot,
} from './journal.ts';
import { move } from './posting.ts';

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
};

/** The tree as RFC 6962 section 2.1 defines it, by its recursion. */
function rootByDefinition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0] as Buffer;
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return sha256(Buffer.of(1), rootByDefinition(leaves.slice(0, left)), rootByDefinition(leaves.slice(left)));
}

test('the root is that of RFC 6962 for every number of leaves', () => {
  for (let n = 1; n <= 130; n += 1) {
    const leaves = Array.from({ length: n }, (_, i) => leafHash(`line ${i}`));
    expect(merkleRoot(leaves)).toEqual(rootByDefinition(leaves));
  }
});

test('a leaf is told apart from a node by its first byte', () => {
  expect(leafHash('')).toEqual(sha256(Buffer.of(0)));
  expect(leafHash('Ω pochi')).toEqual(sha256(Buffer.of(0), 'Ω pochi'));
});

const line: JournalLine = {
  ledgerId: 1n,
  id: '01a1fcfe-e454-7507-b221-5303f4d64822',
  operation: 'walletTopup',
  callerId: '00000000-0000-4000-8000-000000000000',
  customer: 'alice',
  reference: 'ref-1',
  reverses: null,
  occurredAt: null,
  data: '{"metadata":{"name":"Ünïcødé 🪙"}}',
  postings: move(house('USD', 'clearing', 'stripe'), wallet('alice', 'USD'), 100n, 'DEPOSIT'),
};

test('every field of a line changes its bytes', () => {
  const changes: Partial<JournalLine>[] = [
    { ledgerId: 2n },
    { id: '01a1fcfe-e454-7507-b221-5303f4d64823' },
    { operation: 'walletBonus' },
    { callerId: '00000000-0000-4000-8000-000000000001' },
    { customer: null },
    { reference: null },
    { reverses: line.id },
    { occurredAt: new Date(0) },
    { data: null },
    { postings: move(house('USD', 'clearing', 'stripe'), wallet('alice', 'USD'), 101n, 'DEPOSIT') },
    { postings: move(house('USD', 'clearing', 'stripe'), wallet('alicE', 'USD'), 100n, 'DEPOSIT') },
    { postings: move(wallet('alice', 'USD'), house('USD', 'clearing', 'stripe'), 100n, 'DEPOSIT') },
    { postings: move(house('USD', 'clearing', 'stripe'), wallet('alice', 'USD'), 100n, 'BONUS') },
  ];
  const all = [line, ...changes.map((change) => ({ ...line, ...change }))].map(canonicalLine);
  expect(new Set(all).size).toBe(changes.length + 1);
});

test('the order in which the postings of different accounts are listed does not matter', () => {
  expect(canonicalLine({ ...line, postings: line.postings.toReversed() })).toBe(canonicalLine(line));
});

test('no text in one field can pass for another field', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
      fc.pre(a !== c || b !== d);
      expect(canonicalLine({ ...line, customer: a, reference: b })).not.toBe(
        canonicalLine({ ...line, customer: c, reference: d }),
      );
    }),
  );
});

test('a block hash covers the block before it and each field, and no two ledgers share one', () => {
  const block: Block = { ledgerId: 1n, height: 1n, recordedAt: new Date(1000), operations: 1, root: leafHash('x') };
  const hashes = [
    blockHash(genesisHash(1n), block),
    blockHash(genesisHash(2n), block),
    blockHash(genesisHash(1n), { ...block, ledgerId: 2n }),
    blockHash(genesisHash(1n), { ...block, height: 2n }),
    blockHash(genesisHash(1n), { ...block, recordedAt: new Date(1001) }),
    blockHash(genesisHash(1n), { ...block, operations: 2 }),
    blockHash(genesisHash(1n), { ...block, root: leafHash('y') }),
  ];
  expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(hashes.length);
});
