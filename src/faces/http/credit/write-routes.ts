/** The operations of spec/credit-wallet.md. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { approvedBy } from '../../../wallet/approved.ts';
import type { Operation } from '../../../wallet/operation.ts';
import type { OperationRecord } from '../../../wallet/record.ts';
import { slipApplyWallet } from '../../../wallet/slip/apply.ts';
import { changeStore } from '../../../wallet/slip/change.ts';
import { slipCreate } from '../../../wallet/slip/create.ts';
import { paymentProcess } from '../../../wallet/slip/payment.ts';
import { slipVoid } from '../../../wallet/slip/void.ts';
import { minorUnits } from '../../wire/amounts.ts';
import { ownOr, till, tillAndServices } from '../access.ts';
import type { App, Services } from '../app.ts';
import { callerOf } from '../caller.ts';
import { callerKey } from '../idempotency.ts';
import { principalOf } from '../principal.ts';
import { refused } from '../problem.ts';
import { knownSlipId } from './fields.ts';
import { givenTime, paymentInput, slipInput } from './input.ts';
import { presentApplied, presentChange, presentPayment, presentSlipCreated, presentVoid } from './write-present.ts';
import { applySchema, changeSchema, paymentSchema, slipSchema, voidSchema } from './write-schema.ts';

export interface CreditSettings {
  /** Whether a customer may record payments into their own account: it prints money unless someone checks them. */
  readonly customerRecordedPayments: 'deny' | 'allow';
}

interface Step<Input, Answer> {
  readonly operation: Operation<string, Input>;
  /** Its name in the audit trail, as the document writes them. */
  readonly endpoint: string;
  readonly input: Input;
  readonly occurredAt: Date | null;
  readonly present: (record: OperationRecord) => Answer;
}

const themselves = ownOr(tillAndServices, { field: 'customer_id' });

export function creditWriteRoutes(app: App, { engine, desk }: Services, settings: CreditSettings): void {
  async function record<Input, Answer extends { respCode: number }>(
    request: FastifyRequest,
    reply: FastifyReply,
    { operation, endpoint, input, occurredAt, present }: Step<Input, Answer>,
  ): Promise<Answer> {
    const outcome = await engine.submit({
      ledgerId: principalOf(request).ledgerId,
      operation,
      input,
      caller: callerOf(request, endpoint),
      key: callerKey(request.headers),
      occurredAt,
    });
    if (!outcome.ok) throw refused(outcome.refusal);
    if (outcome.replayed) reply.header('idempotent-replayed', 'true');
    // The document's answers do not name the transaction, and its receipt is found by that.
    reply.header('transaction-id', outcome.record.id);
    const answer = present(outcome.record);
    reply.code(answer.respCode);
    return answer;
  }

  app.post('/credit-slips', { schema: slipSchema, config: { access: themselves } }, async (request, reply) => {
    const input = slipInput(request.body);
    const key = callerKey(request.headers);
    const approver = await desk.slip({ request, operation: slipCreate.name, key }, input);
    return record(request, reply, {
      operation: approvedBy(slipCreate, approver),
      endpoint: 'wallet.create_credit_slip',
      input: { ...input, made: { ...input.made, beyondLimit: approver !== null } },
      occurredAt: givenTime(request.body),
      present: presentSlipCreated,
    });
  });

  const payers = settings.customerRecordedPayments === 'allow' ? themselves : tillAndServices;
  app.post('/payments', { schema: paymentSchema, config: { access: payers } }, async (request, reply) =>
    record(request, reply, {
      operation: paymentProcess,
      endpoint: 'wallet.process_payment',
      input: paymentInput(request.body),
      occurredAt: givenTime(request.body),
      present: presentPayment,
    }),
  );

  app.post('/apply-wallet', { schema: applySchema, config: { access: themselves } }, async (request, reply) => {
    const { customer_id, slip_id, currency } = request.body;
    return record(request, reply, {
      operation: slipApplyWallet,
      endpoint: 'wallet.apply_wallet',
      input: { customer: customer_id, slipId: knownSlipId(slip_id), asset: currency },
      occurredAt: givenTime(request.body),
      present: presentApplied,
    });
  });

  app.post('/store-change', { schema: changeSchema, config: { access: till } }, (request, reply) => {
    const { customer_id, store_id, currency, change_cents } = request.body;
    return record(request, reply, {
      operation: changeStore,
      endpoint: 'wallet.store_change',
      input: { customer: customer_id, store: store_id, asset: currency, amount: minorUnits(change_cents) },
      occurredAt: givenTime(request.body),
      present: presentChange,
    });
  });

  app.post('/credit-slips/:slip_id/void', { schema: voidSchema, config: { access: till } }, async (request, reply) => {
    const key = callerKey(request.headers);
    const approver = await desk.reversal({ request, operation: slipVoid.name, key });
    return record(request, reply, {
      operation: approvedBy(slipVoid, approver),
      endpoint: 'wallet.void_credit_slip',
      input: { slipId: knownSlipId(request.params.slip_id), reason: request.body.reason },
      occurredAt: null,
      present: presentVoid,
    });
  });
}
