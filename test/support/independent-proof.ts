/**
 * A checker of proofs that shares nothing with ours: written from RFC 6962 and c2sp.org/signed-note alone, from the root
 * downwards where ours goes up. It says what is wrong, or null.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { TransactionProof } from '../../src/ledger/proof-check.ts';

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
};

/** The root of a tree of `size` leaves in which `leaf` is the `index`th, with the hashes that it takes in `path`. */
function rootOf(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer | null {
  if (size === 1) return path.length === 0 ? leaf : null;
  const other = path.at(-1);
  if (!other) return null;
  let left = 1;
  while (left * 2 < size) left *= 2;
  const rest = path.slice(0, -1);
  const within = index < left ? rootOf(leaf, index, left, rest) : rootOf(leaf, index - left, size - left, rest);
  if (!within) return null;
  return index < left ? sha256(Buffer.of(1), within, other) : sha256(Buffer.of(1), other, within);
}

const bytes = (path: readonly string[]) => path.map((hash) => Buffer.from(hash, 'hex'));

export function flawOf(
  { operation, leaf, block, log, checkpoint }: TransactionProof,
  publicKey: Buffer,
): string | null {
  const root = rootOf(sha256(Buffer.of(0), operation), leaf.index, block.operations, bytes(leaf.path));
  if (!root) return 'the path of the leaf';
  const fields = Buffer.alloc(28);
  fields.writeBigInt64BE(BigInt(block.ledger_id), 0);
  fields.writeBigInt64BE(BigInt(block.height), 8);
  fields.writeBigInt64BE(BigInt(Date.parse(block.recorded_at)), 16);
  fields.writeInt32BE(block.operations, 24);
  const hash = sha256(Buffer.from(block.previous_hash, 'hex'), root, fields);
  const [origin, size, signed, ...rest] = checkpoint.split('\n');
  const top = rootOf(sha256(Buffer.of(0), hash), block.height - 1, Number(size), bytes(log.path));
  if (top?.toString('base64') !== signed) return 'the path of the log';
  const [, name, signature = ''] = (rest[1] ?? '').split(' ');
  const text = `${origin}\n${size}\n${signed}\n`;
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') },
    format: 'jwk',
  });
  if (name !== origin) return 'the name of the key';
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64').subarray(4)) ? null : 'the signature';
}
