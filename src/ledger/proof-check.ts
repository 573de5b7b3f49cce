/**
 * Says whether a proof holds, and why not. It trusts nothing but the public keys that it is given, and needs nothing but
 * WebCrypto: this file alone, in a browser or anywhere else, is the whole checker. What it checks, in this order: the
 * operation's text gives a leaf of its block, the block's fields its hash, that a leaf of the ledger's log, and that the
 * root which a known key has signed.
 */

/** What `GET /api/v1/transactions/{id}/proof` gives. Hashes are hexadecimal. */
export interface TransactionProof {
  readonly transaction_id: string;
  /** The canonical text of the operation: the very bytes that were hashed. */
  readonly operation: string;
  readonly leaf: { readonly index: number; readonly path: string[] };
  readonly block: {
    readonly ledger_id: string;
    readonly height: number;
    readonly recorded_at: string;
    readonly operations: number;
    readonly previous_hash: string;
  };
  readonly log: { readonly path: string[] };
  /** A signed note: c2sp.org/tlog-checkpoint. */
  readonly checkpoint: string;
}

/** What `GET /api/v1/checkpoints/consistency` gives. */
export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly path: string[];
}

/** What somebody was told of a transaction: all that is there must be what the proof says. Amounts in minor units. */
export interface Receipt {
  readonly transaction_id: string;
  readonly operation?: string;
  readonly user_id?: string;
  readonly reference_id?: string;
  readonly asset_code?: string;
  readonly amount?: number | string;
}

export interface ProvenEntry {
  readonly owner: string;
  readonly asset: string;
  readonly kind: string;
  readonly direction: string;
  /** Minor units. */
  readonly amount: string;
  readonly type: string;
}

/** What is certain once the proof holds. */
export interface ProvenTransaction {
  readonly id: string;
  readonly operation: string;
  readonly customer: string | null;
  readonly reference: string | null;
  readonly entries: readonly ProvenEntry[];
  readonly height: number;
  readonly recordedAt: string;
  readonly checkpoint: Checkpoint;
}

export interface Checkpoint {
  readonly origin: string;
  /** How many blocks the log had. */
  readonly size: number;
  readonly root: string;
}

/** Why a proof does not hold: the first step that fails. */
export type Flaw = 'SHAPE' | 'CHECKPOINT' | 'SIGNATURE' | 'OPERATION' | 'BLOCK' | 'LOG' | 'RECEIPT';

export type Verdict<Proven> =
  | { readonly valid: true; readonly proven: Proven }
  | { readonly valid: false; readonly flaw: Flaw; readonly problem: string };

type Bytes = Uint8Array<ArrayBuffer>;

class Refused extends Error {
  readonly flaw: Flaw;

  constructor(flaw: Flaw, problem: string) {
    super(problem);
    this.flaw = flaw;
  }
}

/** Checks a transaction's proof, and what a receipt says of it, with public keys of 32 bytes in base64. */
export const checkTransactionProof = (
  proof: unknown,
  publicKeys: readonly string[],
  receipt?: Receipt,
): Promise<Verdict<ProvenTransaction>> =>
  verdict(async () => {
    const { transaction_id, operation, leaf, block, log, checkpoint } = shapeOfProof(proof);
    const opened = await open(checkpoint, publicKeys);
    const line = readOperation(operation);
    if (line.id !== transaction_id) throw new Refused('OPERATION', 'the operation is another transaction');
    if (line.ledgerId !== block.ledger_id) throw new Refused('OPERATION', 'the operation is of another ledger');

    const leafOfBlock = await hashLeaf(new TextEncoder().encode(operation));
    const root = await rootFrom(leafOfBlock, leaf.index, block.operations, leaf.path);
    if (root === null) throw new Refused('BLOCK', 'the path does not lead from the operation to the root of its block');
    const hash = await blockHash(block, root);
    const top = await rootFrom(await hashLeaf(hash), block.height - 1, opened.size, log.path);
    if (top === null || toHex(top) !== opened.root) {
      throw new Refused(
        'LOG',
        'the block is not in the log that was signed: something of it is not as it was recorded',
      );
    }
    const proven = { ...line, height: block.height, recordedAt: block.recorded_at, checkpoint: opened };
    if (receipt) compare(receipt, proven);
    return proven;
  });

/** Checks that the log of one checkpoint begins with the log of another one: nothing before that was changed. */
export const checkConsistency = (
  proof: unknown,
  older: Checkpoint,
  newer: Checkpoint,
): Promise<Verdict<{ readonly from: number; readonly to: number }>> =>
  verdict(async () => {
    const { from, to, path } = shapeOfConsistency(proof);
    if (from !== older.size || to !== newer.size) throw new Refused('LOG', 'the proof is of other checkpoints');
    if (older.origin !== newer.origin) throw new Refused('CHECKPOINT', 'the checkpoints are of different logs');
    const roots = await consistentRoots(from, to, older.root, path);
    if (roots === null || roots.old !== older.root || roots.new !== newer.root) {
      throw new Refused('LOG', 'the newer log does not begin with the older one: history was changed');
    }
    return { from, to };
  });

/** Opens a signed checkpoint. */
export const openCheckpoint = (note: string, publicKeys: readonly string[]): Promise<Verdict<Checkpoint>> =>
  verdict(() => open(note, publicKeys));

async function verdict<Proven>(check: () => Promise<Proven>): Promise<Verdict<Proven>> {
  try {
    return { valid: true, proven: await check() };
  } catch (error) {
    if (error instanceof Refused) return { valid: false, flaw: error.flaw, problem: error.message };
    throw error;
  }
}

// ---- Shapes -------------------------------------------------------------------------------------------------------

const HASH = /^[0-9a-f]{64}$/;

function refuseShape(what: string): never {
  throw new Refused('SHAPE', `this is no such proof: ${what}`);
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuseShape(`${what} is missing`);
  return value as Record<string, unknown>;
}

function text(value: unknown, what: string): string {
  return typeof value === 'string' ? value : refuseShape(`${what} is no text`);
}

function whole(value: unknown, least: number, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least)
    refuseShape(`${what} is no such number`);
  return value as number;
}

function hashes(value: unknown, what: string): string[] {
  if (!Array.isArray(value) || value.length > 64) refuseShape(`${what} is no list of hashes`);
  return (value as unknown[]).map((item) => hashText(item, what));
}

function hashText(value: unknown, what: string): string {
  return typeof value === 'string' && HASH.test(value) ? value : refuseShape(`${what} is no hash`);
}

function shapeOfProof(value: unknown): TransactionProof {
  const proof = record(value, 'the proof');
  const [leaf, block, log] = [record(proof.leaf, 'leaf'), record(proof.block, 'block'), record(proof.log, 'log')];
  const recordedAt = text(block.recorded_at, 'recorded_at');
  if (!isTime(recordedAt)) refuseShape('recorded_at is no time');
  const ledger = text(block.ledger_id, 'ledger_id');
  if (!/^[1-9][0-9]{0,17}$/.test(ledger)) refuseShape('ledger_id is no id');
  return {
    transaction_id: text(proof.transaction_id, 'transaction_id'),
    operation: text(proof.operation, 'operation'),
    leaf: { index: whole(leaf.index, 0, 'index'), path: hashes(leaf.path, 'the path of the leaf') },
    block: {
      ledger_id: ledger,
      height: whole(block.height, 1, 'height'),
      recorded_at: recordedAt,
      operations: whole(block.operations, 1, 'operations'),
      previous_hash: hashText(block.previous_hash, 'previous_hash'),
    },
    log: { path: hashes(log.path, 'the path of the log') },
    checkpoint: text(proof.checkpoint, 'checkpoint'),
  };
}

function shapeOfConsistency(value: unknown): ConsistencyProof {
  const proof = record(value, 'the proof');
  return { from: whole(proof.from, 1, 'from'), to: whole(proof.to, 1, 'to'), path: hashes(proof.path, 'the path') };
}

/** One way to write a time, so that no letter of it can be changed. */
function isTime(value: string): boolean {
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}

// ---- The operation ------------------------------------------------------------------------------------------------

interface Line extends Omit<ProvenTransaction, 'height' | 'recordedAt' | 'checkpoint'> {
  readonly ledgerId: string;
}

/** Reads what was hashed: an array of texts, see canonicalLine in journal.ts. */
function readOperation(canonical: string): Line {
  let fields: unknown;
  try {
    fields = JSON.parse(canonical);
  } catch {
    throw new Refused('OPERATION', 'the operation cannot be read');
  }
  const entriesOf = Array.isArray(fields) && fields.length === 11 && fields[0] === 'pochi/1' ? fields[10] : null;
  if (!Array.isArray(fields) || !Array.isArray(entriesOf) || !entriesOf.every(Array.isArray)) {
    throw new Refused('OPERATION', 'the operation cannot be read');
  }
  const [, ledgerId, id, operation, , customer, reference] = fields as string[];
  const entries = (entriesOf as string[][]).map(
    ([owner = '', asset = '', kind = '', direction = '', amount = '', type = '']): ProvenEntry => ({
      owner,
      asset,
      kind,
      direction,
      amount,
      type,
    }),
  );
  return {
    ledgerId: String(ledgerId),
    id: String(id),
    operation: String(operation),
    customer: customer ?? null,
    reference: reference ?? null,
    entries,
  };
}

function compare(receipt: Receipt, proven: ProvenTransaction): void {
  const told = [
    ['transaction', receipt.transaction_id, proven.id],
    ['operation', receipt.operation, proven.operation],
    ['customer', receipt.user_id, proven.customer],
    ['reference', receipt.reference_id, proven.reference],
  ] as const;
  for (const [what, said, is] of told) {
    if (said !== undefined && said !== is) throw new Refused('RECEIPT', `the ${what} is ${is}, not ${said}`);
  }
  const { user_id, asset_code, amount } = receipt;
  if (asset_code === undefined && amount === undefined) return;
  const found = proven.entries.some(
    (entry) =>
      (user_id === undefined || entry.owner === user_id) &&
      (asset_code === undefined || entry.asset === asset_code) &&
      (amount === undefined || entry.amount === String(amount)),
  );
  if (!found) throw new Refused('RECEIPT', `it did not move ${[amount, asset_code].filter(Boolean).join(' ')}`);
}

// ---- Hashes and trees ---------------------------------------------------------------------------------------------

async function sha256(...parts: readonly Uint8Array[]): Promise<Bytes> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

const hashLeaf = (data: Uint8Array): Promise<Bytes> => sha256(Uint8Array.of(0), data);
const hashNode = (left: Uint8Array, right: Uint8Array): Promise<Bytes> => sha256(Uint8Array.of(1), left, right);

/** See blockHash in journal.ts. */
function blockHash(
  { previous_hash, ledger_id, height, recorded_at, operations }: TransactionProof['block'],
  root: Bytes,
) {
  const fields = new DataView(new ArrayBuffer(28));
  fields.setBigInt64(0, BigInt(ledger_id));
  fields.setBigInt64(8, BigInt(height));
  fields.setBigInt64(16, BigInt(new Date(recorded_at).getTime()));
  fields.setInt32(24, operations);
  return sha256(fromHex(previous_hash), root, new Uint8Array(fields.buffer));
}

/** RFC 9162 section 2.1.3.2: the root to which the path leads, or null where it is too long or too short. */
async function rootFrom(leaf: Bytes, index: number, size: number, path: readonly string[]): Promise<Bytes | null> {
  if (index >= size) return null;
  let [at, last, root] = [BigInt(index), BigInt(size - 1), leaf];
  for (const step of path) {
    if (last === 0n) return null;
    if (at % 2n === 1n || at === last) {
      root = await hashNode(fromHex(step), root);
      while (at % 2n === 0n && at !== 0n) [at, last] = [at / 2n, last / 2n];
    } else {
      root = await hashNode(root, fromHex(step));
    }
    [at, last] = [at / 2n, last / 2n];
  }
  return last === 0n ? root : null;
}

/** RFC 9162 section 2.1.4.2: the two roots to which the path leads, or null where it is too long or too short. */
async function consistentRoots(from: number, to: number, oldRoot: string, path: readonly string[]) {
  if (from > to) return null;
  if (from === to) return path.length === 0 ? { old: oldRoot, new: oldRoot } : null;
  let [at, last] = [BigInt(from - 1), BigInt(to - 1)];
  while (at % 2n === 1n) [at, last] = [at / 2n, last / 2n];
  // An old tree of a power of two is a part of the new one by itself.
  const [first, ...steps] = at === 0n ? [oldRoot, ...path] : path;
  if (first === undefined) return null;
  let [old, root] = [fromHex(first), fromHex(first)];
  for (const step of steps) {
    if (last === 0n) return null;
    if (at % 2n === 1n || at === last) {
      old = await hashNode(fromHex(step), old);
      root = await hashNode(fromHex(step), root);
      while (at % 2n === 0n && at !== 0n) [at, last] = [at / 2n, last / 2n];
    } else {
      root = await hashNode(root, fromHex(step));
    }
    [at, last] = [at / 2n, last / 2n];
  }
  return last === 0n ? { old: toHex(old), new: toHex(root) } : null;
}

// ---- Checkpoints --------------------------------------------------------------------------------------------------

const NOTE =
  /^(\S+)\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n((?:[^\n]+\n)*)\n((?:— [^\s+]+ [A-Za-z0-9+/]+={0,2}\n)+)$/u;

async function open(note: string, publicKeys: readonly string[]): Promise<Checkpoint> {
  const [, origin = '', size = '', root64 = '', , signatures = ''] = NOTE.exec(note) ?? [];
  const root = fromBase64(root64);
  if (origin === '' || root === null) throw new Refused('CHECKPOINT', 'this is no signed checkpoint');
  const signed = new TextEncoder().encode(note.slice(0, -signatures.length - 1));
  let known = false;
  for (const line of signatures.trimEnd().split('\n')) {
    const [, name = '', signature64 = ''] = line.split(' ');
    const signature = fromBase64(signature64);
    if (signature === null) throw new Refused('CHECKPOINT', 'a signature cannot be read');
    for (const publicKey64 of publicKeys) {
      const publicKey = fromBase64(publicKey64);
      if (publicKey?.length !== 32 || name !== origin || !(await isOf(signature, name, publicKey))) continue;
      if (!(await isSigned(publicKey, signature.slice(4), signed))) {
        throw new Refused('SIGNATURE', 'the signature is not that of the checkpoint');
      }
      known = true;
    }
  }
  if (!known) throw new Refused('SIGNATURE', 'no key that is known has signed the checkpoint');
  return { origin, size: Number(size), root: toHex(root) };
}

/** Whether the signature names this key: by the first bytes of a hash. */
async function isOf(signature: Bytes, name: string, publicKey: Bytes): Promise<boolean> {
  const id = (await sha256(new TextEncoder().encode(`${name}\n`), Uint8Array.of(1), publicKey)).slice(0, 4);
  return toHex(signature.slice(0, 4)) === toHex(id);
}

async function isSigned(publicKey: Bytes, signature: Bytes, signed: Bytes): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, signed);
}

// ---- Letters ------------------------------------------------------------------------------------------------------

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Null where it is not written in the one way in which these bytes are. */
function fromBase64(letters: string): Bytes | null {
  try {
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    return btoa(String.fromCharCode(...bytes)) === letters ? bytes : null;
  } catch {
    return null;
  }
}
