/** PINs are kept as scrypt makes them: who reads the table learns none, and each guess costs. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { SealedPin } from '../../../queries/approvals.ts';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const HASH_BYTES = 32;

export async function sealPin(pin: string): Promise<SealedPin> {
  const salt = randomBytes(16);
  return { salt, hash: await derive(pin, salt, HASH_BYTES, COST) };
}

export const isPin = async (pin: string, { salt, hash }: SealedPin): Promise<boolean> =>
  timingSafeEqual(await derive(pin, salt, HASH_BYTES, COST), hash);
