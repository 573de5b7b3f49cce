import type { AuditEntry } from '../../../queries/audit.ts';
import type { JsonObject } from '../../../wallet/operation.ts';
import { parseJson } from '../../wire/json.ts';
import { JsonNumber } from '../../wire/json-number.ts';
import { AUDIT_TYPES } from './audit-types.ts';
import { type AllocationData, allocationsOf, amountOf, tendersOf, totalsOf } from './data.ts';
import { timeOut } from './fields.ts';

export const presentAudit = (entry: AuditEntry) => ({
  audit_id: entry.id,
  timestamp: timeOut(entry.recordedAt),
  operation_type: AUDIT_TYPES[entry.operation] ?? entry.operation,
  customer_id: entry.customer,
  amount_cents: entry.amount === null ? null : cents(entry.amount),
  currency: entry.asset,
  user_id: entry.subject,
  user_role: entry.role,
  operation_data: operationData(entry),
  request_info: {
    method: entry.method,
    endpoint: entry.endpoint,
    remote_addr: entry.address,
    user_agent: entry.userAgent,
  },
});

/** The operation's data as this face writes them: amounts as numbers of minor units, in fields that say so. */
function operationData({ operation, data, reverses }: AuditEntry): object {
  const given = (data === null ? {} : parseJson(data)) as JsonObject;
  switch (operation) {
    case 'slipCreate': {
      const { grand_total: _, ...rest } = given;
      return { ...rest, grand_total_cents: cents(amountOf(given, 'grand_total')) };
    }
    case 'paymentProcess':
      return paymentData(given);
    case 'slipApplyWallet': {
      const [allocation] = allocationsOf(given);
      return { ...given, slip_id: allocation?.slip?.id, allocations: allocationsOf(given).map(presentAllocation) };
    }
    case 'slipVoid': {
      const { to_wallet: _, ...rest } = given;
      return { ...rest, wallet_cents: cents(amountOf(given, 'to_wallet')) };
    }
    case 'transactionReverse': {
      const { reopened: _, ...rest } = given;
      const reopened = allocationsOf(given, 'reopened').map(presentAllocation);
      return { ...rest, transaction_id: reverses, ...(reopened.length > 0 && { reopened }) };
    }
    default:
      return given;
  }
}

function paymentData(given: JsonObject): object {
  const tenders = tendersOf(given);
  const allocations = allocationsOf(given);
  const { slips, wallet } = totalsOf(allocations);
  const methods = new Set(tenders.map(({ method }) => method));
  return {
    payment_id: given.payment_id,
    store_id: given.store_id,
    method: methods.size === 1 ? [...methods][0] : 'SPLIT',
    tenders: tenders.map(({ method, amount, reference }) => ({ method, amount_cents: cents(amount), reference })),
    allocations: allocations.map(presentAllocation),
    slip_allocations: cents(slips),
    wallet_allocations: cents(wallet),
  };
}

const presentAllocation = ({ slip, amount }: AllocationData) =>
  slip
    ? {
        type: 'slip',
        slip_id: slip.id,
        applied_cents: cents(amount),
        new_status: slip.status,
        remaining_cents: cents(slip.remaining),
      }
    : { type: 'wallet', applied_cents: cents(amount) };

/** An exact number for a part of the answer whose schema is open. */
const cents = (amount: bigint): JsonNumber => new JsonNumber(amount.toString());
