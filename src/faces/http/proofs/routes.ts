import { answered } from '../../../engine/failure.ts';
import { originOf, verifierKey } from '../../../ledger/checkpoint.ts';
import {
  checkpointKeys,
  latestCheckpoint,
  listCheckpoints,
  type StoredCheckpoint,
} from '../../../queries/checkpoints.ts';
import { LogBroken } from '../../../queries/log-tree.ts';
import { loadRecords } from '../../../queries/records.ts';
import { LogForked } from '../../checkpoints/checkpoints.ts';
import { consistencyProof } from '../../checkpoints/prove.ts';
import { everyone } from '../access.ts';
import type { App, Services } from '../app.ts';
import { principalOf } from '../principal.ts';
import { invalid, Problem } from '../problem.ts';
import { isVisible } from '../transactions/present.ts';
import { consistencySchema, keysSchema, latestSchema, listSchema, proofSchema } from './schema.ts';

const MAIN = 'main';

/**
 * Proofs of transactions, and the checkpoints that they lead to. A customer gets those of their own transactions: of the
 * others in the same block a proof holds nothing but hashes. Checkpoints and keys hold nothing of anybody.
 */
export function proofRoutes(app: App, { database, checkpoints }: Services): void {
  app.get(
    '/transactions/:id/proof',
    { schema: proofSchema, config: { access: everyone('handler') } },
    async (request) => {
      const principal = principalOf(request);
      const { id } = request.params;
      const record = (await loadRecords(database, principal.ledgerId, [id])).get(id);
      if (!record || record.entries.length === 0 || !isVisible(record, principal)) {
        throw new Problem('TRANSACTION_NOT_FOUND', { details: { transaction_id: id } });
      }
      return { success: true as const, data: await proving(checkpoints.prove(principal.ledgerId, record)) };
    },
  );

  app.get('/checkpoints', { schema: listSchema, config: { access: everyone('everything') } }, async (request) => {
    const { before, limit } = request.query;
    const { ledgerId } = principalOf(request);
    const listed = await listCheckpoints(database, ledgerId, before === undefined ? null : BigInt(before), limit);
    return { success: true as const, data: { checkpoints: listed.map(present) } };
  });

  app.get(
    '/checkpoints/latest',
    { schema: latestSchema, config: { access: everyone('everything') } },
    async (request) => {
      const { ledgerId } = principalOf(request);
      const latest = (await latestCheckpoint(database, ledgerId)) ?? (await proving(checkpoints.sign(ledgerId)));
      if (!latest) throw new Problem('CHECKPOINT_NOT_FOUND');
      return { success: true as const, data: present(latest) };
    },
  );

  app.get(
    '/checkpoints/consistency',
    { schema: consistencySchema, config: { access: everyone('everything') } },
    async (request) => {
      const { ledgerId } = principalOf(request);
      const latest = await latestCheckpoint(database, ledgerId);
      if (!latest) throw new Problem('CHECKPOINT_NOT_FOUND');
      const size = Number(latest.height);
      const { from, to = size } = request.query;
      if (to > size) throw invalid('to', `must be a number of blocks from 1 to ${size}`);
      if (from > to) throw invalid('from', `must be a number of blocks from 1 to ${to}`);
      return { success: true as const, data: await proving(consistencyProof(database, ledgerId, from, to)) };
    },
  );

  app.get('/checkpoint-keys', { schema: keysSchema, config: { access: 'open' } }, async () => {
    const keys = await checkpointKeys(database);
    const name = originOf(checkpoints.origin, MAIN);
    return {
      success: true as const,
      data: {
        origin: checkpoints.origin,
        keys: keys.map(({ publicKey, addedAt }) => ({
          public_key: publicKey.toString('base64'),
          verifier_key: verifierKey(name, publicKey),
          added_at: addedAt.toISOString(),
        })),
      },
    };
  });
}

const present = ({ height, root, note, publicKey, signedAt }: StoredCheckpoint) => ({
  height: Number(height),
  root_hash: root.toString('hex'),
  checkpoint: note,
  public_key: publicKey.toString('base64'),
  signed_at: signedAt.toISOString(),
});

/** PROOF_UNAVAILABLE where the log is not what it was. */
export async function proving<T>(proof: Promise<T>): Promise<T> {
  try {
    return await answered(proof);
  } catch (error) {
    throw findsDamage(error) ? new Problem('PROOF_UNAVAILABLE') : error;
  }
}

/** What is not the database's own error is taken for no answer: the log's own errors are looked for beneath that. */
function findsDamage(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof LogBroken || cause instanceof LogForked;
}
