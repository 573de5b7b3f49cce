/** What a till had queued and a supervisor let go: it never reached the books, so that this line is all there is of it. */
import Type from 'typebox';
import { answered } from '../../../engine/failure.ts';
import { digest } from '../../../ledger/digest.ts';
import { recordChange } from '../../../queries/changes.ts';
import { minorAmount, minorUnits } from '../../wire/amounts.ts';
import { till } from '../access.ts';
import type { App, Services } from '../app.ts';
import { changeMaker } from '../change-maker.ts';
import { assetCode, line, success, userId } from '../fields.ts';
import { approvableHeaders, callerKey } from '../idempotency.ts';
import { principalOf } from '../principal.ts';
import { problems } from '../responses.ts';

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Optional(Type.Union([schema, Type.Null()]));

const schema = {
  tags: ['Console'],
  operationId: 'discardRecord',
  summary: "Record that a queued write of a till was discarded; a cashier's needs an approval",
  headers: approvableHeaders,
  body: Type.Object(
    {
      key: line(255, 'The idempotency key that it was queued under'),
      operation: line(100, 'Such as slipCreate'),
      customer_id: nullable(userId),
      amount: Type.Optional(minorAmount),
      asset_code: nullable(assetCode),
      device_reference: nullable(line(100, 'As it was printed, such as T2-0147')),
      reason: line(500, 'Why it is let go'),
    },
    { additionalProperties: false },
  ),
  response: {
    201: success(Type.Object({ discard_id: Type.String({ format: 'uuid' }) })),
    ...problems('write', 'APPROVAL_REQUIRED', 'APPROVAL_INVALID'),
  },
};

export function discardRoutes(app: App, { database, desk }: Services): void {
  app.post('/console-discards', { schema, config: { access: till } }, async (request, reply) => {
    const { ledgerId, subject } = principalOf(request);
    const {
      key,
      operation,
      customer_id = null,
      amount,
      asset_code = null,
      device_reference = null,
      reason,
    } = request.body;
    const asked = { request, operation: 'discardRecord', key: callerKey(request.headers) };
    const approver = await desk.discard(asked);
    // The same for the same queued write, so that a discard that is sent again is one discard.
    const id = digest('discard', subject, key);
    const change = {
      ...changeMaker(request, 'console.discard'),
      ...{ id, operation: 'discardRecord', object: key, customer: customer_id },
      data: {
        ...{ operation, asset_code, device_reference, reason },
        amount: amount === undefined ? null : minorUnits(amount).toString(),
        ...(approver !== null && { approved_by: approver }),
      },
    };
    await answered(recordChange(database, ledgerId, change));
    reply.code(201);
    return { success: true as const, data: { discard_id: id } };
  });
}
