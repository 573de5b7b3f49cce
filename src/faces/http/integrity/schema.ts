import Type from 'typebox';
import { documented } from '../../wire/openapi-schema.ts';
import { success, time, userId } from '../fields.ts';
import { problems } from '../responses.ts';

const tags = ['Integrity'];
const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0 });

/** Passed through as it is: the serializer knows no null beside an object. */
const orNull = (schema: Type.TSchema) => Type.Unsafe<unknown>(documented({}, { anyOf: [schema, { type: 'null' }] }));

const check = Type.Object({
  name: Type.String(),
  proves: Type.String({ description: 'What holds where the check finds nothing' }),
  status: Type.String({ enum: ['ok', 'violated'] }),
  rows_checked: Type.Integer({ minimum: 0, description: 'Rows of all tables that the check reads' }),
  violation_count: Type.Integer({ minimum: 0, description: 'Checks in SQL stop counting at a hundred' }),
  violations: Type.Array(
    Type.Object({
      subject: Type.String({ description: 'What is wrong: an account, a block, the id of a transaction or record' }),
      problem: Type.String(),
    }),
    { maxItems: 100 },
  ),
  duration_ms: count,
});

const run = Type.Object({
  run_id: Type.String({ format: 'uuid' }),
  status: Type.String({ enum: ['running', 'ok', 'violated', 'failed'] }),
  started_by: Type.String({ description: 'Who asked for it, or schedule' }),
  started_at: time,
  finished_at: orNull(time),
  failure: Type.Optional(Type.String({ description: 'Why it could not be carried out' })),
  ledger: Type.Optional(Type.String()),
  height: Type.Optional(Type.Integer({ description: 'The block up to which the books were verified' })),
  hash: Type.Optional(Type.String({ description: 'The hash of that block' })),
  operations: Type.Optional(count),
  checks: Type.Optional(Type.Array(check)),
});

const standing = Type.Object({
  status: Type.String({
    enum: ['ok', 'violated', 'unknown'],
    description: 'unknown where there is no result, or only one that is too old',
  }),
  stale: Type.Boolean({ description: 'Whether the last result is too old to count' }),
  running: orNull(run),
  last_run: orNull(run),
  failed_run: orNull({ ...run, description: 'A later run that could not be carried out' }),
});

export const readSchema = {
  tags,
  operationId: 'integrityRead',
  summary: 'What the last verification of the books found',
  response: { 200: success(standing), ...problems('read') },
};

export const runSchema = {
  tags,
  operationId: 'integrityRun',
  summary: 'Verify the books now, or join the verification that is under way',
  response: {
    200: { description: 'It is done', ...success(run) },
    202: { description: 'It is under way: what it finds can be read when it is done', ...success(run) },
    ...problems('write'),
  },
};

const wallet = Type.Object({
  user_id: Type.String(),
  status: Type.String({ enum: ['ok', 'violated'] }),
  accounts: count,
  transactions: count,
  checks: Type.Array(check),
});

export const walletSchema = {
  tags,
  operationId: 'walletIntegrityRead',
  summary: 'Verify the wallet transactions of one customer now',
  params: Type.Object({ user_id: userId }, closed),
  response: { 200: success(wallet), ...problems('read', 'WALLET_NOT_FOUND') },
};
