/** Requests and answers of this face's operations: spec/credit-wallet.md sections 1 to 4, and voiding a slip. */
import Type, { type Static } from 'typebox';
import { MAX_QUANTITY } from '../../../wallet/slip/create.ts';
import { SLIP_STATUSES } from '../../../wallet/slip/slip.ts';
import { amountOut, balanceOut, minorAmount } from '../../wire/amounts.ts';
import { assetCode, line, userId } from '../fields.ts';
import { approvableHeaders, idempotencyHeaders } from '../idempotency.ts';
import { creditErrors } from './errors.ts';
import { centsOrNone, method, occurredAt, slipId, storeId } from './fields.ts';

const closed = { additionalProperties: false };
const currency = assetCode;
const tags = ['Credit slips'];

/** The answer of a recorded operation: the envelope and its own fields, side by side. */
const recorded = <Fields extends Type.TProperties>(status: number, fields: Fields) => ({
  [status]: {
    description: 'Recorded, or recorded before: then with the header Idempotent-Replayed',
    ...Type.Object({ respCode: Type.Literal(status), message: Type.String(), ...fields }),
  },
});

export const slipBody = Type.Object(
  {
    customer_id: userId,
    store_id: storeId,
    currency,
    lines: Type.Array(
      Type.Object(
        {
          item_id: line(200, 'What was taken'),
          description: line(500, 'Its name'),
          quantity: Type.Integer({ minimum: 1, maximum: Number(MAX_QUANTITY) }),
          unit_price_cents: centsOrNone,
        },
        closed,
      ),
      { minItems: 1, maxItems: 1000 },
    ),
    tax_cents: Type.Optional(centsOrNone),
    discount_cents: Type.Optional(centsOrNone),
    occurred_at: Type.Optional(occurredAt),
  },
  closed,
);
export type SlipBody = Static<typeof slipBody>;

export const slipSchema = {
  tags,
  operationId: 'slipCreate',
  summary: 'Record goods that were taken and not yet paid',
  headers: approvableHeaders,
  body: slipBody,
  response: {
    ...recorded(201, {
      slip_id: Type.String({ format: 'uuid' }),
      slip_number: Type.String(),
      grand_total_cents: amountOut,
    }),
    ...creditErrors(
      'write',
      'APPROVAL_REQUIRED',
      'APPROVAL_INVALID',
      'ACCOUNT_FROZEN',
      'CREDIT_LIMIT_EXCEEDED',
      'BALANCE_LIMIT',
    ),
  },
};

const tender = Type.Object(
  {
    method,
    amount_cents: minorAmount,
    reference: Type.Optional(line(255, "The terminal's or operator's own number for it")),
  },
  closed,
);

const allocation = Type.Object(
  {
    type: Type.String({ enum: ['slip', 'wallet'] }),
    slip_id: Type.Optional(slipId),
    applied_cents: minorAmount,
  },
  closed,
);

export const paymentBody = Type.Object(
  {
    customer_id: userId,
    store_id: storeId,
    currency,
    method: Type.Optional(method),
    amount_cents: Type.Optional(minorAmount),
    tenders: Type.Optional(
      Type.Array(tender, { minItems: 1, maxItems: 20, description: 'Instead of method and amount_cents' }),
    ),
    allocations: Type.Optional(
      Type.Array(allocation, {
        maxItems: 1000,
        description: 'They add up to the amount. Without any: the oldest open slip first, the rest to the wallet',
      }),
    ),
    occurred_at: Type.Optional(occurredAt),
  },
  closed,
);
export type PaymentBody = Static<typeof paymentBody>;

const status = Type.String({ enum: [...SLIP_STATUSES] });

export const paymentSchema = {
  tags,
  operationId: 'paymentProcess',
  summary: 'Record a payment, and which slips and how much of the wallet it pays',
  headers: idempotencyHeaders,
  body: paymentBody,
  response: {
    ...recorded(200, {
      payment_id: Type.String({ format: 'uuid' }),
      applied_total: balanceOut,
      wallet_topup: balanceOut,
      slip_results: Type.Array(
        Type.Object({
          success: Type.Literal(true),
          slip_id: Type.String(),
          allocated_amount: amountOut,
          new_status: status,
          remaining_total: balanceOut,
        }),
      ),
    }),
    ...creditErrors(
      'write',
      'CUSTOMER_ACCOUNT_NOT_FOUND',
      'CREDIT_SLIP_NOT_FOUND',
      'INVALID_SLIP_STATUS',
      'PAYMENT_ALLOCATION_ERROR',
      'BALANCE_LIMIT',
    ),
  },
};

export const applySchema = {
  tags,
  operationId: 'slipApplyWallet',
  summary: "Pay a slip down with what the customer's wallet holds",
  headers: idempotencyHeaders,
  body: Type.Object({ customer_id: userId, slip_id: slipId, currency, occurred_at: Type.Optional(occurredAt) }, closed),
  response: {
    ...recorded(200, { applied_cents: amountOut, slip_status: status, remaining_slip_balance: balanceOut }),
    ...creditErrors(
      'write',
      'CUSTOMER_ACCOUNT_NOT_FOUND',
      'CREDIT_SLIP_NOT_FOUND',
      'INVALID_SLIP_STATUS',
      'ACCOUNT_FROZEN',
      'INSUFFICIENT_WALLET_BALANCE',
    ),
  },
};

export const changeSchema = {
  tags,
  operationId: 'changeStore',
  summary: 'Keep change that the till could not give in the wallet',
  headers: idempotencyHeaders,
  body: Type.Object(
    {
      customer_id: userId,
      store_id: storeId,
      currency,
      change_cents: minorAmount,
      occurred_at: Type.Optional(occurredAt),
    },
    closed,
  ),
  response: { ...recorded(200, { wallet_added: amountOut }), ...creditErrors('write', 'BALANCE_LIMIT') },
};

export const slipParams = Type.Object({ slip_id: slipId }, closed);

export const voidSchema = {
  tags,
  operationId: 'slipVoid',
  summary: 'Take a sale back; what was paid goes to the wallet',
  headers: approvableHeaders,
  params: slipParams,
  body: Type.Object({ reason: line(500, 'Why it is taken back') }, closed),
  response: {
    ...recorded(200, {
      slip_id: Type.String({ format: 'uuid' }),
      slip_number: Type.String(),
      slip_status: status,
      wallet_added: balanceOut,
    }),
    ...creditErrors(
      'write',
      'APPROVAL_REQUIRED',
      'APPROVAL_INVALID',
      'CREDIT_SLIP_NOT_FOUND',
      'INVALID_SLIP_STATUS',
      'BALANCE_LIMIT',
    ),
  },
};
