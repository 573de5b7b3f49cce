/** An operation's data as it was recorded: amounts are texts of minor units there. */
import type { Json, JsonObject } from '../../../wallet/operation.ts';
import type { SlipStatus } from '../../../wallet/slip/slip.ts';

export interface AllocationData {
  /** Null for the wallet's part. */
  readonly slip: { readonly id: string; readonly status: SlipStatus; readonly remaining: bigint } | null;
  readonly amount: bigint;
}

export interface TenderData {
  readonly method: string;
  readonly amount: bigint;
  readonly reference: string | null;
}

type Rows = readonly JsonObject[];

export const textOf = (data: JsonObject, name: string): string => {
  const value: Json | undefined = data[name];
  if (typeof value !== 'string') throw new Error(`an operation was recorded without its ${name}`);
  return value;
};

export const amountOf = (data: JsonObject, name: string): bigint => BigInt(textOf(data, name));

/** Where the money of a payment, or out of a wallet, went; `name` is the field that holds it. */
export const allocationsOf = (data: JsonObject, name = 'allocations'): AllocationData[] =>
  ((data[name] ?? []) as Rows).map((row) => ({
    slip:
      row.type === 'slip'
        ? {
            id: textOf(row, 'slip_id'),
            status: textOf(row, 'status') as SlipStatus,
            remaining: amountOf(row, 'remaining'),
          }
        : null,
    amount: amountOf(row, 'amount'),
  }));

export const tendersOf = (data: JsonObject): TenderData[] =>
  ((data.tenders ?? []) as Rows).map((row) => ({
    method: textOf(row, 'method'),
    amount: amountOf(row, 'amount'),
    reference: typeof row.reference === 'string' ? row.reference : null,
  }));

/** What went to slips, and what to the wallet. */
export function totalsOf(allocations: readonly AllocationData[]): { readonly slips: bigint; readonly wallet: bigint } {
  const sum = (parts: readonly AllocationData[]) => parts.reduce((total, { amount }) => total + amount, 0n);
  return { slips: sum(allocations.filter(({ slip }) => slip)), wallet: sum(allocations.filter(({ slip }) => !slip)) };
}
