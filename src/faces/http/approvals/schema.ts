import Type from 'typebox';
import { line, success, time } from '../fields.ts';
import { problems } from '../responses.ts';

const closed = { additionalProperties: false };
const tags = ['Approvals'];

const subject = Type.String({ pattern: '^[\\x21-\\x7e]{1,255}$', description: 'As their token names them' });
const pin = Type.String({ pattern: '^[0-9]{4,12}$', description: '4 to 12 digits' });

const approver = Type.Object({
  subject: Type.String(),
  role: Type.String({ description: 'When the PIN was set' }),
  locked: Type.Boolean({ description: 'Whether the PIN was wrong too often' }),
  changed_at: time,
});

export const listSchema = {
  tags,
  operationId: 'approverList',
  summary: 'Who can approve',
  response: { 200: success(Type.Object({ approvers: Type.Array(approver) })), ...problems('read') },
};

export const pinSchema = {
  tags,
  operationId: 'approverPinSet',
  summary: 'Set your own PIN: by it you approve what others ask for',
  body: Type.Object({ pin }, closed),
  response: { 200: success(Type.Object({ subject: Type.String() })), ...problems('write') },
};

export const removeSchema = {
  tags,
  operationId: 'approverRemove',
  summary: "Take somebody's PIN away",
  params: Type.Object({ subject }, closed),
  response: { 200: success(Type.Object({ subject: Type.String() })), ...problems('write', 'APPROVER_NOT_FOUND') },
};

export const APPROVABLE = [
  'transactionReverse',
  'slipVoid',
  'slipCreate',
  'walletWithdrawFunds',
  'walletBonus',
  'walletCredit',
  'discardRecord',
];

export const createSchema = {
  tags,
  operationId: 'approvalCreate',
  summary: 'Approve one request of the caller, with the PIN of somebody else',
  body: Type.Object(
    {
      approver: subject,
      pin,
      operation: Type.String({ enum: APPROVABLE, description: "The request's operationId" }),
      path: line(2000, 'Where the request will be sent, such as /api/v1/transactions/{id}/reverse'),
      body: Type.Unsafe<object>(Type.Object({}, { additionalProperties: true, description: "The request's body" })),
    },
    closed,
  ),
  response: {
    201: success(
      Type.Object({
        approval_id: Type.String({ format: 'uuid' }),
        token: Type.String({ description: 'Goes into the header Approval of that request, beside an Idempotency-Key' }),
        approver: Type.String(),
        expires_at: time,
      }),
    ),
    ...problems('write', 'APPROVER_REFUSED', 'APPROVER_LOCKED'),
  },
};
