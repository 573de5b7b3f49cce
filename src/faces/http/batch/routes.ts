import type { Caller } from '../../../engine/submission.ts';
import { minorUnits } from '../../wire/amounts.ts';
import { workers } from '../access.ts';
import type { App, Services } from '../app.ts';
import { callerOf } from '../caller.ts';
import { languageOf } from '../languages.ts';
import { type Principal, principalOf } from '../principal.ts';
import { failureOf, itemOf, operationOf, outcomeOf } from './items.ts';
import { BATCH_BODY_LIMIT, type BatchOutcome, batchSchema } from './schema.ts';

const count = (outcomes: readonly BatchOutcome[], holds: (status: number) => boolean): number =>
  outcomes.filter(({ status }) => holds(status)).length;

/** Many operations in one request. They are not one transaction: each stands or falls alone. */
export function batchRoutes(app: App, { engine, desk }: Services): void {
  async function submit(value: unknown, principal: Principal, caller: Caller, language: string): Promise<BatchOutcome> {
    try {
      const item = itemOf(value);
      if (item.operation === 'walletBonus') desk.assertAlone(principal, item.asset_code, minorUnits(item.amount));
      const key = { scope: 'ledger', value: item.reference_id } as const;
      return outcomeOf(
        await engine.submit({ ledgerId: principal.ledgerId, ...operationOf(item), caller, key, occurredAt: null }),
        language,
      );
    } catch (error) {
      return failureOf(error, language);
    }
  }

  const options = { schema: batchSchema, bodyLimit: BATCH_BODY_LIMIT, config: { access: workers } };
  app.post('/batch', options, async (request) => {
    const principal = principalOf(request);
    const caller = callerOf(request, 'batch');
    const language = languageOf(request);
    const outcomes = await Promise.all(
      request.body.operations.map((value) => submit(value, principal, caller, language)),
    );
    return {
      success: true as const,
      data: {
        outcomes,
        succeeded: count(outcomes, (status) => status === 201),
        replayed: count(outcomes, (status) => status === 200),
        refused: count(outcomes, (status) => status >= 400 && status < 500),
        unavailable: count(outcomes, (status) => status >= 500),
      },
    };
  });
}
