import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { operations } from '../../api/schema.d.ts';
import { check, fetchProof, type ProofFile, type ProvenTransaction, type Verdict } from '../../desk/papers/proof.ts';

export type Details = operations['transactionDetails']['responses'][200]['content']['application/json']['data'];
export type Posting = Details['transaction']['entries'][number];
export type Flow = Details['flow'][number];

const one = (id: string) => ({ params: { path: { id } } });

export const detailsQuery = (id: string) =>
  queryOptions({
    queryKey: ['transaction', id],
    queryFn: async () => (await answer(api.GET('/api/v1/transactions/{id}/details', one(id)))).data,
  });

/** What shows to anybody that the transaction stands in the books as it was recorded, and the keys to check it by. */
export const proofQuery = (id: string) =>
  queryOptions({
    queryKey: ['transaction', id, 'proof'],
    queryFn: () => fetchProof(`/api/v1/transactions/${encodeURIComponent(id)}/proof`),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Whether the proof holds, and is of this transaction. Worked out here: it needs no network. */
export const verdictQuery = (id: string, file: ProofFile | undefined) =>
  queryOptions({
    queryKey: ['transaction', id, 'proof', 'verdict', file],
    queryFn: async (): Promise<Verdict<ProvenTransaction>> => {
      const verdict = await check(file?.proof, file?.keys ?? []);
      return !verdict.valid || verdict.proven.id === id ? verdict : { valid: false, flaw: 'OPERATION', problem: '' };
    },
    networkMode: 'always',
  });

export const accountName = ({ owner, kind }: { readonly owner: string | null; readonly kind: string }): string =>
  owner === null ? kind : `${owner} · ${kind}`;
