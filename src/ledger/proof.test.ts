import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signCheckpoint, signingKey, verifierKey } from './checkpoint.ts';
import { leafHash, merkleRoot } from './journal.ts';
import { consistencyRanges, GrowingTree, inclusionPath, joinSubtrees, subtreesOf } from './proof.ts';
import { checkConsistency, openCheckpoint } from './proof-check.ts';

const leavesOf = (n: number): Buffer[] => Array.from({ length: n }, (_, i) => leafHash(`leaf ${i}`));
function split(n: number): number {
  let left = 1;
  while (left * 2 < n) left *= 2;
  return left;
}

/** RFC 6962 sections 2.1.1 and 2.1.2, word for word. */
function pathByDefinition(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...pathByDefinition(m, leaves.slice(0, k)), merkleRoot(leaves.slice(k))]
    : [...pathByDefinition(m - k, leaves.slice(k)), merkleRoot(leaves.slice(0, k))];
}

function subproofByDefinition(m: number, leaves: readonly Buffer[], whole: boolean): Buffer[] {
  if (m === leaves.length) return whole ? [] : [merkleRoot(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...subproofByDefinition(m, leaves.slice(0, k), whole), merkleRoot(leaves.slice(k))]
    : [...subproofByDefinition(m - k, leaves.slice(k), false), merkleRoot(leaves.slice(0, k))];
}

const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));

test('paths are those of RFC 6962 for every leaf of every size', () => {
  for (let n = 1; n <= 70; n += 1) {
    const leaves = leavesOf(n);
    for (let m = 0; m < n; m += 1) expect(hex(inclusionPath(leaves, m))).toEqual(hex(pathByDefinition(m, leaves)));
  }
});

test('consistency proofs are those of RFC 6962 for every two sizes, and hold', async () => {
  const leaves = leavesOf(40);
  for (let n = 1; n <= 40; n += 1) {
    for (let m = 1; m <= n; m += 1) {
      const path = hex(consistencyRanges(m, n).map(({ from, to }) => merkleRoot(leaves.slice(from, to))));
      expect(path).toEqual(hex(subproofByDefinition(m, leaves.slice(0, n), true)));
      const at = (size: number) => ({ origin: 'o', size, root: merkleRoot(leaves.slice(0, size)).toString('hex') });
      expect((await checkConsistency({ from: m, to: n, path }, at(m), at(n))).valid).toBe(true);
      const other = { ...at(m), root: leafHash('another history').toString('hex') };
      expect((await checkConsistency({ from: m, to: n, path }, other, at(n))).valid).toBe(false);
    }
  }
});

test('a range is joined from its whole subtrees', () => {
  const leaves = leavesOf(70);
  for (let n = 1; n <= 70; n += 1) {
    const subtrees = subtreesOf({ from: 0, to: n });
    const hashes = subtrees.map(({ level, index }) =>
      merkleRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
    );
    expect(joinSubtrees(hashes)).toEqual(merkleRoot(leaves.slice(0, n)));
  }
  expect(subtreesOf({ from: 64, to: 70 })).toEqual([
    { level: 2, index: 16 },
    { level: 1, index: 34 },
  ]);
});

test('a tree that grows has the root that it would have been given at once', () => {
  const tree = new GrowingTree();
  const leaves = leavesOf(130);
  for (const [i, leaf] of leaves.entries()) {
    tree.add(leaf);
    expect(tree.root()).toEqual(merkleRoot(leaves.slice(0, i + 1)));
  }
});

// RFC 8032, section 7.1, test 1.
const RFC8032_SECRET = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
const RFC8032_PUBLIC = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';

test('a key is that of RFC 8032 for its secret', () => {
  expect(signingKey(RFC8032_SECRET).publicKey.toString('hex')).toBe(RFC8032_PUBLIC);
});

test('a checkpoint is opened by the key that signed it, and names log, size and root', async () => {
  const key = signingKey(RFC8032_SECRET);
  const root = leafHash('root');
  const note = signCheckpoint('example.com/log', 20_852_163n, root, key);
  expect(note.split('\n').slice(0, 4)).toEqual(['example.com/log', '20852163', root.toString('base64'), '']);
  expect(note).toMatch(/\n\n— example\.com\/log [A-Za-z0-9+/]{91}=\n$/);
  const known = key.publicKey.toString('base64');
  expect(await openCheckpoint(note, [known])).toEqual({
    valid: true,
    proven: { origin: 'example.com/log', size: 20_852_163, root: root.toString('hex') },
  });
  expect(await openCheckpoint(note, [])).toMatchObject({ valid: false, flaw: 'SIGNATURE' });
  expect(verifierKey('example.com/log', key.publicKey)).toMatch(/^example\.com\/log\+[0-9a-f]{8}\+A/);
});

test('no bit of a checkpoint can be changed', async () => {
  const key = signingKey(RFC8032_SECRET);
  const known = [key.publicKey.toString('base64')];
  const bytes = Buffer.from(signCheckpoint('example.com/log', 77n, leafHash('root'), key));
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
    const text = changed.toString('utf8');
    expect([bit, (await openCheckpoint(text, known)).valid]).toEqual([bit, false]);
  }
});

test('nothing that is given instead of a proof makes the checker fail otherwise than by saying no', async () => {
  const at = { origin: 'o', size: 5, root: leafHash('x').toString('hex') };
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (value) => {
      expect((await checkConsistency(value, at, at)).valid).toBe(false);
    }),
  );
});
