import type { Caller } from '../../../engine/submission.ts';
import { workers } from '../access.ts';
import type { App, Services } from '../app.ts';
import { callerOf } from '../caller.ts';
import { languageOf } from '../languages.ts';
import { principalOf } from '../principal.ts';
import { failureOf, itemOf, operationOf, outcomeOf } from './items.ts';
import { BATCH_BODY_LIMIT, type BatchOutcome, batchSchema } from './schema.ts';

const count = (outcomes: readonly BatchOutcome[], holds: (status: number) => boolean): number =>
  outcomes.filter(({ status }) => holds(status)).length;

/** Many operations in one request. They are not one transaction: each stands or falls alone. */
export function batchRoutes(app: App, { engine }: Services): void {
  async function submit(value: unknown, ledgerId: bigint, caller: Caller, language: string): Promise<BatchOutcome> {
    try {
      const item = itemOf(value);
      const key = { scope: 'ledger', value: item.reference_id } as const;
      return outcomeOf(
        await engine.submit({ ledgerId, ...operationOf(item), caller, key, occurredAt: null }),
        language,
      );
    } catch (error) {
      return failureOf(error, language);
    }
  }

  const options = { schema: batchSchema, bodyLimit: BATCH_BODY_LIMIT, config: { access: workers } };
  app.post('/batch', options, async (request) => {
    const { ledgerId } = principalOf(request);
    const caller = callerOf(request, 'batch');
    const language = languageOf(request);
    const outcomes = await Promise.all(
      request.body.operations.map((value) => submit(value, ledgerId, caller, language)),
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
