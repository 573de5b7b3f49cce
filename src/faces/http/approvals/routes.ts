/** Approvers, their PINs, and what they let pass: docs/operating/roles.md. */
import { answered } from '../../../engine/failure.ts';
import { approvers, putPin, removeApprover } from '../../../queries/approvals.ts';
import { admin, staff, till, tillReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { changeMaker } from '../change-maker.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { sealPin } from './pin.ts';
import { createSchema, listSchema, pinSchema, removeSchema } from './schema.ts';

export function approvalRoutes(app: App, { database, desk }: Services): void {
  app.get('/approvers', { schema: listSchema, config: { access: tillReaders } }, async (request) => {
    const known = await approvers(database, principalOf(request).ledgerId);
    return {
      success: true as const,
      data: { approvers: known.map(({ changedAt, ...rest }) => ({ ...rest, changed_at: changedAt.toISOString() })) },
    };
  });

  app.put('/approvers/me/pin', { schema: pinSchema, config: { access: staff } }, async (request) => {
    const { ledgerId, subject } = principalOf(request);
    const change = { ...changeMaker(request, 'approvers.set_pin'), operation: 'approverPinSet', object: subject };
    const sealed = await sealPin(request.body.pin);
    await answered(putPin(database, ledgerId, sealed, { ...change, customer: null, data: {} }));
    return { success: true as const, data: { subject } };
  });

  app.delete('/approvers/:subject', { schema: removeSchema, config: { access: admin } }, async (request) => {
    const { subject } = request.params;
    const change = { ...changeMaker(request, 'approvers.remove'), operation: 'approverRemove', object: subject };
    const { ledgerId } = principalOf(request);
    const removed = await answered(
      removeApprover(database, ledgerId, subject, { ...change, customer: null, data: {} }),
    );
    if (!removed) throw new Problem('APPROVER_NOT_FOUND', { details: { subject } });
    return { success: true as const, data: { subject } };
  });

  app.post('/approvals', { schema: createSchema, config: { access: till } }, async (request, reply) => {
    const { id, token, expiresAt } = await desk.approvals.give(request, request.body);
    reply.code(201);
    return {
      success: true as const,
      data: { approval_id: id, token, approver: request.body.approver, expires_at: expiresAt.toISOString() },
    };
  });
}
