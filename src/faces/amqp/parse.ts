/** From the bytes of a message to what is asked for. */
import { isUtf8 } from 'node:buffer';
import { answered } from '../../engine/failure.ts';
import type { AssetRegistry } from '../../queries/asset-registry.ts';
import { type WalletTopup, walletTopup } from '../../wallet/credit.ts';
import type { Operation } from '../../wallet/operation.ts';
import { type WalletTransfer, walletTransfer } from '../../wallet/transfer.ts';
import { fieldWithCard } from '../card-data.ts';
import {
  ROUTING_KEYS,
  type RoutingKey,
  type TopupCompleted,
  type TransactionFailed,
  type TransferCompleted,
  topupCompleted,
  transactionFailed,
  transferCompleted,
  type UserSignup,
  userSignup,
} from '../events/consumed.ts';
import { type AmountField, readMajor } from '../wire/amounts.ts';
import { fieldCheck } from '../wire/field-check.ts';
import { type FieldError, fieldSentence } from '../wire/field-error.ts';
import { checkedId } from '../wire/ids.ts';
import { JsonProblem, parseJson } from '../wire/json.ts';

/** A message that can't be carried out, now or later: it goes to the dead letters with this reason. */
export class Poison extends Error {}

interface Completion<Input> {
  readonly operation: Operation<string, Input>;
  readonly input: Input;
}

export type Request =
  | { readonly kind: 'signup'; readonly customer: string; readonly asset: string }
  | {
      readonly kind: 'completed';
      readonly transactionId: string;
      readonly customer: string;
      readonly completion: Completion<WalletTopup> | Completion<WalletTransfer>;
    }
  | { readonly kind: 'failed'; readonly transactionId: string; readonly reason: string };

export interface ParseContext {
  readonly assets: AssetRegistry;
  readonly defaultCurrency: string;
}

/** Names the clearing account that the money of top-ups comes from. */
const METHOD = 'events';

const WHOLE = 'the message';
const checks = {
  signup: fieldCheck(userSignup, WHOLE),
  topup: fieldCheck(topupCompleted, WHOLE),
  transfer: fieldCheck(transferCompleted, WHOLE),
  failed: fieldCheck(transactionFailed, WHOLE),
};

/** Throws Poison, and Unanswered where an asset has to be looked up and can't be now. */
export async function parseMessage(routingKey: string, content: Buffer, context: ParseContext): Promise<Request> {
  if (!(ROUTING_KEYS as readonly string[]).includes(routingKey)) throw new Poison(`nothing is known of ${routingKey}`);
  const value = readJson(content);
  switch (routingKey as RoutingKey) {
    case 'user.signup': {
      const { userId } = checked<UserSignup>(checks.signup, value);
      return { kind: 'signup', customer: checkedId(userId), asset: context.defaultCurrency };
    }
    case 'transaction.completed':
      return completed(value, context);
    case 'transaction.failed': {
      const { transactionId, reason } = checked<TransactionFailed>(checks.failed, value);
      return { kind: 'failed', transactionId, reason: reason ?? 'not given' };
    }
  }
}

function readJson(content: Buffer): unknown {
  if (!isUtf8(content)) throw new Poison('the message is not UTF-8');
  const text = content.toString('utf8');
  try {
    const value = parseJson(text);
    refuseCardData(fieldWithCard(text, value));
    return value;
  } catch (error) {
    if (error instanceof JsonProblem) throw new Poison(`${error.pointer} ${error.message}`.trim());
    throw error;
  }
}

/** The field is named, its value never: it must not come back in a dead letter. */
function refuseCardData(field: string | null): void {
  if (field !== null) throw new Poison(`CARD_DATA_REFUSED ${JSON.stringify({ field })}`);
}

function checked<T>(check: (value: unknown) => readonly FieldError[] | null, value: unknown): T {
  const errors = check(value);
  if (errors) throw new Poison(fieldSentence(errors));
  return value as T;
}

async function completed(value: unknown, context: ParseContext): Promise<Request> {
  switch ((value as { type?: unknown } | null)?.type) {
    case 'topup': {
      const message = checked<TopupCompleted>(checks.topup, value);
      const customer = checkedId(message.userId);
      const input = { ...(await money(message, context)), customer, method: METHOD };
      return request(message.transactionId, customer, { operation: walletTopup, input });
    }
    case 'transfer': {
      const message = checked<TransferCompleted>(checks.transfer, value);
      const [sender, recipient] = [checkedId(message.senderId), checkedId(message.recipientId)];
      const input = { ...(await money(message, context)), sender, recipient };
      return request(message.transactionId, sender, { operation: walletTransfer, input });
    }
    default:
      throw new Poison('type must be "topup" or "transfer"');
  }
}

const request = (
  transactionId: string,
  customer: string,
  completion: Completion<WalletTopup> | Completion<WalletTransfer>,
): Request => ({ kind: 'completed', transactionId, customer, completion });

async function money(
  message: { readonly transactionId: string; readonly amount: AmountField; readonly currency?: string },
  { assets, defaultCurrency }: ParseContext,
) {
  const code = message.currency ?? defaultCurrency;
  const asset = assets.get(code) ?? (await answered(assets.find(code)));
  if (!asset) throw new Poison(`currency ${code} is not an asset here`);
  const read = readMajor(message.amount, asset.decimalPlaces);
  if (!read.ok) throw new Poison(`amount ${read.message}`);
  return { asset: asset.code, amount: read.amount, data: { transaction_id: message.transactionId } };
}
