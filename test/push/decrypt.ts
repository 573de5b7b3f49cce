/** What a browser does with a push message, of its own making: RFC 8291 over RFC 8188, with Node's primitives alone. */
import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto';

/** What a browser keeps of a subscription. */
export interface BrowserKeys {
  /** The private key of P-256, and its public point. */
  readonly privateKey: Buffer;
  readonly publicKey: Buffer;
  readonly auth: Buffer;
}

const SALT_BYTES = 16;
const TAG_BYTES = 16;
const LAST_RECORD = 2;

/** The text of a message; throws where it was not written for these keys. */
export function decrypt(body: Buffer, { privateKey, publicKey, auth }: BrowserKeys): string {
  // RFC 8188, 2.1: salt, record size, and the id of the key, which is the sender's public key here.
  const salt = body.subarray(0, SALT_BYTES);
  const recordSize = body.readUInt32BE(SALT_BYTES);
  const keyLength = body.readUInt8(SALT_BYTES + 4);
  const records = SALT_BYTES + 5 + keyLength;
  const sender = body.subarray(SALT_BYTES + 5, records);
  const record = body.subarray(records);
  if (record.length > recordSize) throw new Error('a push message has one record');

  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey);
  const shared = ecdh.computeSecret(sender);
  const derive = (input: Uint8Array, saltBytes: Uint8Array, info: Buffer, bytes: number) =>
    Buffer.from(hkdfSync('sha256', input, saltBytes, info, bytes));
  // RFC 8291, 3.4.
  const input = derive(shared, auth, Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]), 32);
  const key = derive(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12);

  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(record.subarray(-TAG_BYTES));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -TAG_BYTES)), decipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== LAST_RECORD) throw new Error('the padding is not that of a last record');
  return padded.subarray(0, end).toString('utf8');
}
