import { operationData } from '../../../queries/history.ts';
import { loadRecords, loadReversals } from '../../../queries/records.ts';
import { approvedBy } from '../../../wallet/approved.ts';
import { transactionReverse } from '../../../wallet/reverse.ts';
import { everyone, till } from '../access.ts';
import { answer } from '../answer.ts';
import type { App, Services } from '../app.ts';
import { callerOf } from '../caller.ts';
import { callerKey } from '../idempotency.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { isVisible, presentTransaction } from './present.ts';
import { reverseSchema, transactionSchema } from './schema.ts';

/** Reading a transaction and taking it back. */
export function transactionRoutes(app: App, { engine, database, desk }: Services): void {
  app.get(
    '/transactions/:id',
    { schema: transactionSchema, config: { access: everyone('handler') } },
    async (request) => {
      const principal = principalOf(request);
      const { ledgerId } = principal;
      const { id } = request.params;
      const record = (await loadRecords(database, ledgerId, [id])).get(id);
      if (!record || record.entries.length === 0 || !isVisible(record, principal)) {
        throw new Problem('TRANSACTION_NOT_FOUND', { details: { transaction_id: id } });
      }
      const [data, reversals] = await Promise.all([
        operationData(database, ledgerId, id),
        loadReversals(database, ledgerId, [id]),
      ]);
      const reversedBy = reversals.get(id) ?? null;
      return { success: true as const, data: presentTransaction({ record, data, reversedBy }, principal) };
    },
  );

  app.post('/transactions/:id/reverse', { schema: reverseSchema, config: { access: till } }, async (request, reply) => {
    const principal = principalOf(request);
    const key = callerKey(request.headers);
    const approver = await desk.reversal({ request, operation: transactionReverse.name, key });
    const outcome = await engine.submit({
      ledgerId: principal.ledgerId,
      operation: approvedBy(transactionReverse, approver),
      input: { transactionId: request.params.id, reason: request.body.reason },
      caller: callerOf(request, 'transactions.reverse'),
      key,
      occurredAt: null,
    });
    // A reversal can't be reversed, so that its answer is the same for ever.
    return answer(reply, outcome, (record) =>
      presentTransaction({ record, data: JSON.stringify(record.data), reversedBy: null }, principal),
    );
  });
}
