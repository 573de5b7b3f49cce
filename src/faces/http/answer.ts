import type { FastifyReply } from 'fastify';
import type { Outcome } from '../../engine/submission.ts';
import type { OperationRecord } from '../../wallet/record.ts';
import { refused } from './problem.ts';

/**
 * The answer to an operation: 201 with what was recorded, 200 with the same for a replay. Throws the refusal.
 */
export function answer<Data>(
  reply: FastifyReply,
  outcome: Outcome,
  present: (record: OperationRecord) => Data,
): { success: true; data: Data } {
  if (!outcome.ok) throw refused(outcome.refusal);
  if (outcome.replayed) reply.header('idempotent-replayed', 'true');
  reply.header('transaction-id', outcome.record.id);
  reply.code(outcome.replayed ? 200 : 201);
  return { success: true, data: present(outcome.record) };
}
