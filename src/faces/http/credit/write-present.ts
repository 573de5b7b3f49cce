/** Answers of this face's operations, made from what was recorded and from nothing else: a replay is the same to the byte. */
import type { OperationRecord } from '../../../wallet/record.ts';
import { allocationsOf, amountOf, textOf, totalsOf } from './data.ts';

export const presentSlipCreated = ({ data }: OperationRecord) => ({
  respCode: 201 as const,
  message: 'Credit slip created successfully',
  slip_id: textOf(data, 'slip_id'),
  slip_number: textOf(data, 'slip_number'),
  grand_total_cents: amountOf(data, 'grand_total'),
});

export function presentPayment({ data }: OperationRecord) {
  const allocations = allocationsOf(data);
  const { slips, wallet } = totalsOf(allocations);
  return {
    respCode: 200 as const,
    message: 'Payment processed successfully',
    payment_id: textOf(data, 'payment_id'),
    applied_total: slips,
    wallet_topup: wallet,
    slip_results: allocations.flatMap(({ slip, amount }) =>
      slip
        ? {
            success: true as const,
            slip_id: slip.id,
            allocated_amount: amount,
            new_status: slip.status,
            remaining_total: slip.remaining,
          }
        : [],
    ),
  };
}

export function presentApplied({ data }: OperationRecord) {
  const [allocation] = allocationsOf(data);
  if (!allocation?.slip) throw new Error('a wallet was applied to no slip');
  const { slip, amount } = allocation;
  return {
    respCode: 200 as const,
    message: `Applied ${amount} cents from wallet to slip`,
    applied_cents: amount,
    slip_status: slip.status,
    remaining_slip_balance: slip.remaining,
  };
}

export function presentChange({ entries }: OperationRecord) {
  const amount = entries[0]?.amount ?? 0n;
  return {
    respCode: 200 as const,
    message: `Successfully stored ${amount} cents as wallet balance`,
    wallet_added: amount,
  };
}

export const presentVoid = ({ data }: OperationRecord) => ({
  respCode: 200 as const,
  message: 'Credit slip voided successfully',
  slip_id: textOf(data, 'slip_id'),
  slip_number: textOf(data, 'slip_number'),
  slip_status: 'VOID' as const,
  wallet_added: amountOf(data, 'to_wallet'),
});
