/** Proofs that a transaction stands in the books, checked here and by nobody else: the service is not asked whether it is right. */
import {
  checkTransactionProof,
  type ProvenTransaction,
  type TransactionProof,
  type Verdict,
} from '../../../../src/ledger/proof-check.ts';
import { answer, api, problemFrom } from '../../api/client.ts';
import { authorizedFetch } from '../../session/authorized-fetch.ts';

export type { ProvenTransaction, Verdict };

/** What is saved as a file: the proof, and the keys that were known when it was saved. */
export interface ProofFile {
  readonly proof: TransactionProof;
  readonly keys: readonly string[];
}

const KEPT_AS = 'pochi-checkpoint-keys';

/** The keys that this device has seen first; none where it never has. */
export function knownKeys(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]');
    return Array.isArray(kept) ? kept.filter((key): key is string => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

/** Asks for the keys, and keeps those that are new: what was signed under a known one stays checkable without a network. */
export async function fetchKeys(): Promise<string[]> {
  const { data } = await answer(api.GET('/api/v1/checkpoint-keys'));
  const keys = [...new Set([...knownKeys(), ...data.keys.map(({ public_key }) => public_key)])];
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(keys));
  } catch {}
  return keys;
}

/** Throws ApiError. */
export async function fetchProof(path: string): Promise<ProofFile> {
  const response = await authorizedFetch(path);
  if (!response.ok) throw await problemFrom(response);
  const { data } = (await response.json()) as { data: TransactionProof };
  // After the proof: what signs it may be a key that has signed nothing before.
  return { proof: data, keys: await fetchKeys() };
}

/** Reads what `fetchProof` gave and somebody saved; null for anything else. */
export function readProofFile(text: string): ProofFile | null {
  try {
    const { proof, keys } = JSON.parse(text) as Partial<ProofFile>;
    return proof && Array.isArray(keys) ? { proof, keys } : null;
  } catch {
    return null;
  }
}

/** Whether the proof holds under these keys, and what it proves. */
export const check = (proof: unknown, keys: readonly string[]): Promise<Verdict<ProvenTransaction>> =>
  checkTransactionProof(proof, keys);
