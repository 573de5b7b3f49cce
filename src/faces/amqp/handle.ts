/** What becomes of a message: each transaction has one effect, however often and in whatever order its messages come. */
import { answered } from '../../engine/failure.ts';
import type { Engine, Outcome, Submission } from '../../engine/submission.ts';
import type { Database } from '../../queries/database.ts';
import { type KeyedOperation, operationByKey } from '../../queries/operation-by-key.ts';
import type { Caller } from '../../wallet/caller.ts';
import { walletCreate } from '../../wallet/create.ts';
import type { Refusal, RefusalCode } from '../../wallet/errors.ts';
import { completionKey, failureKey, transactionFail } from '../../wallet/fail.ts';
import { type IdempotencyKey, keyHash } from '../../wallet/key.ts';
import type { Operation } from '../../wallet/operation.ts';
import { transactionReverse } from '../../wallet/reverse.ts';
import { Lru } from '../wire/lru.ts';
import { type ParseContext, Poison, parseMessage, type Request } from './parse.ts';

export interface HandleContext extends ParseContext {
  readonly engine: Engine;
  readonly database: Database;
  readonly ledgerId: bigint;
}

/** Done, whether it had an effect or is known to have none. */
export type Effect = 'recorded' | 'repeated' | 'refused';

/**
 * Messages that are done with. What they did stands in the books for ever, so that the same message again does nothing:
 * to know that, nobody has to be asked.
 */
export class DoneMessages {
  readonly #done = new Lru<true>(REMEMBERED);

  /** The effect of `handle`, unless the message is done with. */
  async once(routingKey: string, content: Buffer, handle: () => Promise<Effect>): Promise<Effect> {
    if (content.length > LONGEST_REMEMBERED) return handle();
    const key = `${routingKey} ${content.toString('latin1')}`;
    if (this.#done.get(key)) return 'repeated';
    const effect = await handle();
    this.#done.set(key, true);
    return effect;
  }
}

const REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 500;

/**
 * Carries a message out; resolves after its commit. Throws Poison, and Unavailable or Unanswered where that is not
 * possible now: then the same message can be handled again.
 */
export async function handleMessage(routingKey: string, content: Buffer, context: HandleContext): Promise<Effect> {
  const request = await parseMessage(routingKey, content, context);
  const submit = <Input>(operation: Operation<string, Input>, input: Input, key: IdempotencyKey | null) =>
    context.engine.submit({
      ledgerId: context.ledgerId,
      operation,
      input,
      caller: callerOf(routingKey),
      key,
      occurredAt: null,
    } satisfies Submission<Input>);
  switch (request.kind) {
    case 'signup':
      return signup(await submit(walletCreate, { customer: request.customer, asset: request.asset }, null));
    case 'completed':
      return complete(request, submit, context);
    case 'failed':
      return fail(request, submit, context);
  }
}

type Submit = <Input>(
  operation: Operation<string, Input>,
  input: Input,
  key: IdempotencyKey | null,
) => Promise<Outcome>;

function signup(outcome: Outcome): Effect {
  if (outcome.ok) return 'recorded';
  if (outcome.refusal.code === 'WALLET_EXISTS') return 'repeated';
  throw poison(outcome.refusal);
}

async function complete(
  { transactionId, customer, completion }: Request & { kind: 'completed' },
  submit: Submit,
  context: HandleContext,
): Promise<Effect> {
  const key = completionKey(transactionId);
  const { operation, input } = completion as { operation: Operation<string, unknown>; input: unknown };
  const outcome = await submit(operation, input, key);
  if (outcome.ok) return effectOf(outcome);
  if (isDuplicate(outcome.refusal)) {
    const before = await recordedAs(transactionId, context);
    if (before.operation === 'transactionFail') return 'repeated';
    throw new Poison('this transactionId was completed before with another content');
  }
  // The refusal is final too: whatever is recorded first under the key stays.
  const refused = await submit(transactionFail, { transactionId, customer, reason: outcome.refusal.code }, key);
  return refused.ok && !refused.replayed ? 'refused' : 'repeated';
}

async function fail(
  { transactionId, reason }: Request & { kind: 'failed' },
  submit: Submit,
  context: HandleContext,
): Promise<Effect> {
  const first = await submit(transactionFail, { transactionId, customer: null, reason }, completionKey(transactionId));
  if (first.ok) return effectOf(first);
  if (!isDuplicate(first.refusal)) throw poison(first.refusal);
  const before = await recordedAs(transactionId, context);
  if (before.operation === 'transactionFail') return 'repeated';
  const reversal = { transactionId: before.id, reason: 'transaction.failed', data: { transaction_id: transactionId } };
  const outcome = await submit(transactionReverse, reversal, failureKey(transactionId));
  if (outcome.ok) return effectOf(outcome);
  if (outcome.refusal.code === 'ALREADY_REVERSED') return 'repeated';
  throw poison(outcome.refusal);
}

/** What stands in the books under a transaction's key. Throws Poison where it is none of ours. */
async function recordedAs(transactionId: string, { database, ledgerId }: HandleContext): Promise<KeyedOperation> {
  const key = keyHash(completionKey(transactionId), { id: '', operation: '', subject: '' });
  const record = await answered(operationByKey(database, ledgerId, key));
  if (record?.data.transaction_id !== transactionId) {
    throw new Poison('the key of this transactionId was used by a request that was none');
  }
  return record;
}

const effectOf = ({ replayed }: Outcome & { ok: true }): Effect => (replayed ? 'repeated' : 'recorded');
const isDuplicate = ({ code }: Refusal): boolean => code === ('DUPLICATE_IDEMPOTENCY_KEY' satisfies RefusalCode);
const poison = ({ code, details }: Refusal): Poison => new Poison(`${code} ${JSON.stringify(details)}`);

const callerOf = (routingKey: string): Caller => ({
  subject: 'broker',
  role: 'service',
  method: 'AMQP',
  endpoint: routingKey,
  address: '',
  userAgent: '',
});
