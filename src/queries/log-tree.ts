/**
 * The log of a ledger as the database keeps it: an RFC 6962 tree whose leaves are the hashes of the blocks. Leaf n is the
 * block at height n + 1. The blocks are there anyway; hashes of whole subtrees are kept for every eighth level.
 */
import { leafHash, merkleRoot } from '../ledger/journal.ts';
import { joinSubtrees, type Range, type Subtree, subtreesOf } from '../ledger/proof.ts';
import type { Database } from './database.ts';

/** Levels between two that are kept. */
const STEP = 8;
const WIDTH = 2 ** STEP;
/** Subtrees that are computed at once while the log is extended: 16,384 hashes. */
const AT_ONCE = 64;

/** What the log consists of is not there as a whole: somebody took blocks or hashes away. */
export class LogBroken extends Error {
  constructor() {
    super('the log is not complete');
    this.name = 'LogBroken';
  }
}

const LEAVES = `
  select r.place::integer, b.hash
    from unnest($2::bigint[], $3::bigint[]) with ordinality as r(first, last, place),
         lateral (select height, hash from blocks b where b.ledger_id = $1 and b.height between r.first and r.last) b
   order by r.place, b.height`;

const NODES = `
  select r.place::integer, n.hash
    from unnest($2::integer[], $3::bigint[], $4::bigint[]) with ordinality as r(level, first, last, place),
         lateral (
           select index, hash from log_nodes n
            where n.ledger_id = $1 and n.level = r.level and n.index between r.first and r.last
         ) n
   order by r.place, n.index`;

/** The hashes of parts of the log, in their order: two reads, however many there are. Throws LogBroken. */
export async function rangeHashes(database: Database, ledgerId: bigint, ranges: readonly Range[]): Promise<Buffer[]> {
  const subtrees = ranges.map(subtreesOf);
  const hashes = await subtreeHashes(database, ledgerId, subtrees.flat());
  let at = 0;
  return subtrees.map((parts) => {
    at += parts.length;
    return joinSubtrees(hashes.slice(at - parts.length, at));
  });
}

/** The root of the log as it was when it had so many blocks, at least one. Throws LogBroken. */
export async function logRoot(database: Database, ledgerId: bigint, size: bigint): Promise<Buffer> {
  const [root] = await rangeHashes(database, ledgerId, [{ from: 0, to: Number(size) }]);
  return root as Buffer;
}

/** Adds the subtrees that are whole when the log has so many blocks. Whoever else does so at the time adds the same. */
export async function extendLog(database: Database, ledgerId: bigint, size: bigint): Promise<void> {
  for (let level = STEP; size >= BigInt(2 ** level); level += STEP) {
    const whole = Number(size / BigInt(2 ** level));
    for (let next = await keptAt(database, ledgerId, level); next < whole; next += AT_ONCE) {
      const count = Math.min(AT_ONCE, whole - next);
      const below = Array.from({ length: count * WIDTH }, (_, i) => ({ level: level - STEP, index: next * WIDTH + i }));
      const hashes = await subtreeHashes(database, ledgerId, below);
      await addNodes(database, ledgerId, level, next, groupsOf(hashes, WIDTH).map(merkleRoot));
    }
  }
}

async function keptAt(database: Database, ledgerId: bigint, level: number): Promise<number> {
  const { rows } = await database.query<{ next: bigint }>(
    'select coalesce(max(index) + 1, 0)::bigint as next from log_nodes where ledger_id = $1 and level = $2',
    [ledgerId, level],
  );
  return Number(rows[0]?.next ?? 0n);
}

async function addNodes(database: Database, ledgerId: bigint, level: number, first: number, hashes: Buffer[]) {
  await database.query(
    `insert into log_nodes (ledger_id, level, index, hash)
     select $1, $2, $3::bigint + n.place - 1, n.hash from unnest($4::bytea[]) with ordinality as n(hash, place)
     on conflict do nothing`,
    [ledgerId, level, first, hashes],
  );
}

/** Where the hashes below a subtree are: so many of a level that is kept, or of the leaves. */
function sourceOf({ level, index }: Subtree) {
  const kept = level - (level % STEP);
  const count = 2 ** (level - kept);
  return { kept, first: index * count, count };
}

async function subtreeHashes(database: Database, ledgerId: bigint, subtrees: readonly Subtree[]): Promise<Buffer[]> {
  const sources = subtrees.map(sourceOf);
  const parts = (of: (kept: number) => boolean) => sources.filter(({ kept }) => of(kept));
  const [leaves, nodes] = await Promise.all([
    readLeaves(
      database,
      ledgerId,
      parts((kept) => kept === 0),
    ),
    readNodes(
      database,
      ledgerId,
      parts((kept) => kept > 0),
    ),
  ]);
  return sources.map(({ kept, count }) => {
    const found = (kept === 0 ? leaves : nodes).shift();
    if (found?.length !== count) throw new LogBroken();
    return merkleRoot(found);
  });
}

type Source = ReturnType<typeof sourceOf>;

async function readLeaves(database: Database, ledgerId: bigint, sources: readonly Source[]): Promise<Buffer[][]> {
  if (sources.length === 0) return [];
  const { rows } = await database.query<{ place: number; hash: Buffer }>(LEAVES, [
    ledgerId,
    sources.map(({ first }) => first + 1),
    sources.map(({ first, count }) => first + count),
  ]);
  return byPlace(rows, sources.length).map((hashes) => hashes.map(leafHash));
}

async function readNodes(database: Database, ledgerId: bigint, sources: readonly Source[]): Promise<Buffer[][]> {
  if (sources.length === 0) return [];
  const { rows } = await database.query<{ place: number; hash: Buffer }>(NODES, [
    ledgerId,
    sources.map(({ kept }) => kept),
    sources.map(({ first }) => first),
    sources.map(({ first, count }) => first + count - 1),
  ]);
  return byPlace(rows, sources.length);
}

function byPlace(rows: readonly { place: number; hash: Buffer }[], places: number): Buffer[][] {
  const found: Buffer[][] = Array.from({ length: places }, () => []);
  for (const { place, hash } of rows) found[place - 1]?.push(hash);
  return found;
}

function groupsOf(hashes: readonly Buffer[], size: number): Buffer[][] {
  return Array.from({ length: hashes.length / size }, (_, i) => hashes.slice(i * size, (i + 1) * size));
}
