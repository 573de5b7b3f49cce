import { answered } from '../../../engine/failure.ts';
import { readers, staffReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { presentIntegrity, presentRun, presentWallet } from './present.ts';
import { readSchema, runSchema, walletSchema } from './schema.ts';

/** A verification that is done by then is answered with its result, a longer one with its id. */
const PATIENCE_MS = 800;

/** Verifications of the token's ledger. */
export function integrityRoutes(app: App, { integrity }: Services): void {
  app.get('/integrity', { schema: readSchema, config: { access: readers } }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const standing = await answered(integrity.of(principalOf(request).ledgerId));
    return { success: true as const, data: presentIntegrity(standing) };
  });

  app.post('/integrity/run', { schema: runSchema, config: { access: staffReaders } }, async (request, reply) => {
    const { ledgerId, subject } = principalOf(request);
    const begun = await answered(integrity.run(ledgerId, subject));
    const run = await answered(integrity.settled(ledgerId, begun, PATIENCE_MS));
    reply.code(run.status === 'RUNNING' ? 202 : 200);
    return { success: true as const, data: presentRun(run) };
  });

  app.get(
    '/integrity/wallets/:user_id',
    { schema: walletSchema, config: { access: readers } },
    async (request, reply) => {
      const { user_id } = request.params;
      const report = await answered(integrity.ofWallet(principalOf(request).ledgerId, user_id));
      if (!report) throw new Problem('WALLET_NOT_FOUND', { details: { customer: user_id } });
      reply.header('cache-control', 'no-store');
      return { success: true as const, data: presentWallet(report) };
    },
  );
}
