import Type from 'typebox';
import { success, time, transactionId } from '../fields.ts';
import { problems } from '../responses.ts';

const tags = ['Proofs'];
const closed = { additionalProperties: false };

const hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 in hexadecimal' });
const path = Type.Array(hash, { description: 'From the neighbour of the leaf upwards: RFC 6962, section 2.1' });
const height = Type.Integer({ minimum: 1 });
const note = Type.String({ description: 'A signed note: c2sp.org/tlog-checkpoint' });

export const proof = Type.Object({
  transaction_id: Type.String(),
  operation: Type.String({ description: 'The canonical text whose hash is the leaf, to the letter' }),
  leaf: Type.Object({ index: Type.Integer({ minimum: 0, description: 'Its place in its block' }), path }),
  block: Type.Object({
    ledger_id: Type.String(),
    height,
    recorded_at: Type.String({ description: 'To the millisecond' }),
    operations: Type.Integer({ minimum: 1, description: 'How many operations the block has' }),
    previous_hash: hash,
  }),
  log: Type.Object({ path }, { description: 'From the block to the root of the log, whose leaf height - 1 it is' }),
  checkpoint: note,
});

export const proofSchema = {
  tags,
  operationId: 'transactionProof',
  summary: 'What shows that a transaction stands in the books as it was recorded, to anybody who has the public key',
  params: Type.Object({ id: transactionId }, closed),
  response: { 200: success(proof), ...problems('read', 'TRANSACTION_NOT_FOUND', 'PROOF_UNAVAILABLE') },
};

const checkpoint = Type.Object({
  height,
  root_hash: hash,
  checkpoint: note,
  public_key: Type.String({ description: 'Ed25519, 32 bytes in base64' }),
  signed_at: time,
});

export const listSchema = {
  tags,
  operationId: 'checkpointList',
  summary: 'Signed checkpoints of the ledger’s log, newest first',
  querystring: Type.Object(
    {
      before: Type.Optional(
        Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: 'Only lower ones' }),
      ),
      limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
    },
    closed,
  ),
  response: { 200: success(Type.Object({ checkpoints: Type.Array(checkpoint) })), ...problems('read') },
};

export const latestSchema = {
  tags,
  operationId: 'checkpointLatest',
  summary: 'The newest signed checkpoint',
  response: { 200: success(checkpoint), ...problems('read', 'CHECKPOINT_NOT_FOUND', 'PROOF_UNAVAILABLE') },
};

const size = (description: string) => Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description });

export const consistencySchema = {
  tags,
  operationId: 'checkpointConsistency',
  summary: 'What shows that a later log begins with an earlier one: that nothing was changed in between',
  querystring: Type.Object(
    {
      from: size('Blocks of the earlier log'),
      to: Type.Optional(size('Blocks of the later one; the newest checkpoint by default')),
    },
    closed,
  ),
  response: {
    200: success(Type.Object({ from: height, to: height, path })),
    ...problems('read', 'CHECKPOINT_NOT_FOUND', 'PROOF_UNAVAILABLE'),
  },
};

export const keysSchema = {
  tags,
  operationId: 'checkpointKeyList',
  summary: 'The public keys that ever signed checkpoints here',
  security: [],
  response: {
    200: success(
      Type.Object({
        origin: Type.String({ description: 'A log is named by this, a slash and its ledger; so is its key' }),
        keys: Type.Array(
          Type.Object({
            public_key: Type.String({ description: 'Ed25519, 32 bytes in base64' }),
            verifier_key: Type.String({
              description: 'The same for the main ledger, as tools for signed notes take it',
            }),
            added_at: time,
          }),
          { description: 'Oldest first' },
        ),
      }),
    ),
    ...problems('open', 'UNAVAILABLE'),
  },
};
