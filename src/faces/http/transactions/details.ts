/** A transaction with all that stands around it: for the console's page of it. */
import Type from 'typebox';
import { answered } from '../../../engine/failure.ts';
import { flowsOf } from '../../../ledger/flow.ts';
import { operationData } from '../../../queries/history.ts';
import { loadRecords, loadReversals } from '../../../queries/records.ts';
import { type EventDelivery, eventDeliveries, neighboursOf, originOf } from '../../../queries/transaction-details.ts';
import { eventsOf } from '../../../wallet/events.ts';
import { amountOut } from '../../wire/amounts.ts';
import { staffReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { success, time } from '../fields.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { problems } from '../responses.ts';
import { presentTransaction } from './present.ts';
import { params, transaction } from './schema.ts';

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const uuid = Type.String({ format: 'uuid' });
const account = Type.Object({ owner: nullable(Type.String()), kind: Type.String() });

const delivery = Type.Object({
  webhook_id: uuid,
  url: Type.String(),
  state: Type.String({ enum: ['pending', 'delivered', 'dead'] }),
  attempts: Type.Integer({ minimum: 0 }),
  last_status: nullable(Type.Integer()),
  last_attempt_at: nullable(time),
});

const schema = {
  tags: ['Transactions'],
  operationId: 'transactionDetails',
  summary: 'One transaction with its flow, who asked for it, its events and its neighbours',
  params,
  response: {
    200: success(
      Type.Object({
        transaction,
        flow: Type.Array(Type.Object({ from: account, to: account, asset_code: Type.String(), amount: amountOut }), {
          description: 'Debits matched with credits',
        }),
        origin: Type.Object({
          actor: Type.String(),
          role: Type.String(),
          method: Type.String(),
          endpoint: Type.String(),
          ip: Type.String(),
          device: Type.String({ description: 'The user agent' }),
          key_hash: Type.String({ description: 'Stands for the idempotency key, which is not kept' }),
        }),
        events: Type.Array(Type.Object({ id: Type.String(), type: Type.String(), deliveries: Type.Array(delivery) })),
        chain: Type.Array(uuid, { description: 'The original and its reversal, where there is one' }),
        previous: nullable(uuid),
        next: nullable(uuid),
      }),
    ),
    ...problems('read', 'TRANSACTION_NOT_FOUND'),
  },
};

export function transactionDetailsRoutes(app: App, { database }: Services): void {
  app.get('/transactions/:id/details', { schema, config: { access: staffReaders } }, async (request) => {
    const principal = principalOf(request);
    const { ledgerId } = principal;
    const { id } = request.params;
    const record = (await loadRecords(database, ledgerId, [id])).get(id);
    if (!record || record.entries.length === 0)
      throw new Problem('TRANSACTION_NOT_FOUND', { details: { transaction_id: id } });
    const events = eventsOf(ledgerId, record);
    const [data, reversals, origin, neighbours, deliveries] = await answered(
      Promise.all([
        operationData(database, ledgerId, id),
        loadReversals(database, ledgerId, [id]),
        originOf(database, ledgerId, id),
        neighboursOf(database, ledgerId, record),
        eventDeliveries(
          database,
          ledgerId,
          events.map((event) => event.id),
        ),
      ]),
    );
    const reversedBy = reversals.get(id) ?? null;
    return {
      success: true as const,
      data: {
        transaction: presentTransaction({ record, data, reversedBy }, principal),
        flow: flowsOf(record.entries).map(({ from, to, amount }) => ({
          from: side(from),
          to: side(to),
          asset_code: from.asset,
          amount,
        })),
        origin: {
          actor: origin.subject,
          role: origin.role,
          method: origin.method,
          endpoint: origin.endpoint,
          ip: origin.address,
          device: origin.userAgent,
          key_hash: origin.keyHash,
        },
        events: events.map((event) => ({
          id: event.id,
          type: event.type,
          deliveries: deliveries.filter(({ eventId }) => eventId === event.id).map(presentDelivery),
        })),
        chain: [record.reverses, id, reversedBy].filter((link) => link !== null),
        ...neighbours,
      },
    };
  });
}

const side = ({ owner, kind }: { readonly owner: string; readonly kind: string }) => ({ owner: owner || null, kind });

const presentDelivery = ({ webhookId, url, state, attempts, lastStatus, lastAttemptAt }: EventDelivery) => ({
  webhook_id: webhookId,
  url,
  state,
  attempts,
  last_status: lastStatus,
  last_attempt_at: lastAttemptAt?.toISOString() ?? null,
});
