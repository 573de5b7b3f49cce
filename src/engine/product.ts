/** The rows of slips, payments and payment records in the form in which ledger_commit takes them; see database/migrations. */
import type { AssetRegistry } from '../queries/asset-registry.ts';
import type { CreditLimit } from '../wallet/credit-limit.ts';
import type { PaymentRecord } from '../wallet/payment-record.ts';
import type { SlipState } from '../wallet/slip/slip.ts';
import type { Draft } from './draft.ts';
import type { ChangedSlip } from './draft-slips.ts';

/** JSON for the parameter p_product, or null where the batch has none of it. */
export function productOf(draft: Draft, assets: AssetRegistry): string | null {
  const facts = draft.operations.flatMap(({ facts, pending }, index) =>
    facts.product ? [{ ...facts.product, index, transaction: facts.postings.length > 0 ? pending.id : null }] : [],
  );
  if (facts.length === 0) return null;
  const assetId = (code: string) => assets.get(code)?.id;
  const changed = draft.slips.changed();
  const created = changed.filter(({ expected }) => expected === null);
  const updated = changed.filter(({ expected }) => expected !== null);
  const indexOf = new Map(facts.flatMap(({ newSlips = [], index }) => newSlips.map(({ id }) => [id, index])));
  const limitRow = ({ customer, asset, amount }: CreditLimit) => ({ customer, asset: assetId(asset), amount });
  const payments = facts.flatMap(({ payments = [], index }) => payments.map((payment) => ({ ...payment, index })));

  const rows = {
    slips: created.map(({ slip }) => ({ ...slipRow(slip), asset: assetId(slip.asset), index: indexOf.get(slip.id) })),
    lines: created.flatMap(({ slip }) => lineRows(slip)),
    updates: updated.map(({ slip, expected }) => ({ ...slipRow(slip), expected })),
    changed_lines: updated.flatMap(changedLineRows),
    payments: payments.map(({ id, customer, store, asset, amount, index }) => {
      return { id, customer, store, asset: assetId(asset), amount, index };
    }),
    tenders: payments.flatMap(({ id, tenders }) => tenders.map((tender, place) => ({ ...tender, payment: id, place }))),
    allocations: facts.flatMap(({ allocations = [], index }) =>
      allocations.map(({ payment, slip, amount }, place) => {
        return { index, place, payment, slip: slip?.id, amount, status: slip?.status, remaining: slip?.remaining };
      }),
    ),
    payment_records: facts.flatMap(({ paymentRecord: record, index, transaction }) =>
      record ? [{ ...paymentRecordRow(record), asset: assetId(record.asset), index, transaction }] : [],
    ),
    limits: latestLimits(facts.flatMap(({ creditLimit }) => creditLimit ?? [])).map(limitRow),
    limits_seen: [...draft.limitsSeen.values()].map(limitRow),
    customers: latest(facts.flatMap(({ customerStatus }) => customerStatus ?? [])),
  };
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
}

const slipRow = (slip: SlipState) => ({
  id: slip.id,
  number: slip.number,
  customer: slip.customer,
  store: slip.store,
  occurred_at: slip.occurredAt,
  status: slip.status,
  tax: slip.tax,
  discount: slip.discount,
  charges_total: slip.charges.total,
  charges_paid: slip.charges.paid,
  total: slip.total,
  paid: slip.paid,
  version: slip.version,
});

const lineRows = (slip: SlipState) =>
  slip.lines.map((line, place) => ({
    slip: slip.id,
    place,
    item: line.itemId,
    description: line.description,
    quantity: line.quantity,
    price: line.unitPrice,
    total: line.total,
    paid: line.paid,
  }));

const changedLineRows = ({ slip, lines }: ChangedSlip) =>
  [...lines].map((place) => ({ slip: slip.id, place, paid: slip.lines[place]?.paid }));

const paymentRecordRow = (record: PaymentRecord) => ({
  id: record.id,
  customer: record.customer,
  amount: record.amount,
  provider: record.provider,
  provider_reference: record.providerReference,
  service_id: record.serviceId,
  description: record.description,
});

/** One row a customer and asset: of several in the batch the last counts. */
const latestLimits = (limits: readonly CreditLimit[]): CreditLimit[] => [
  ...new Map(limits.map((limit) => [`${limit.customer} ${limit.asset}`, limit])).values(),
];

/** One row a customer: where the batch changes a state twice, the last counts. */
const latest = (states: readonly { readonly customer: string; readonly status: string }[]) =>
  [...new Map(states.map(({ customer, status }) => [customer, status]))].map(([id, status]) => ({ id, status }));
