/** From one item of a batch to its operation, and from what became of it to its outcome. */
import type { Outcome, Submission } from '../../../engine/submission.ts';
import { walletBonus, walletTopup } from '../../../wallet/credit.ts';
import { walletSpend } from '../../../wallet/debit.ts';
import type { OperationRecord } from '../../../wallet/record.ts';
import { type WalletTransfer, walletTransfer } from '../../../wallet/transfer.ts';
import { minorUnits } from '../../wire/amounts.ts';
import { describeError } from '../describe-error.ts';
import { wordsOf } from '../languages.ts';
import { invalid, type Problem, refused } from '../problem.ts';
import { checker } from '../validation.ts';
import { bonusInput, given, spendInput, topupInput } from '../wallets/input.ts';
import { presentMovement } from '../wallets/present.ts';
import { type BatchOutcome, type Item, type ItemName, itemSchemas } from './schema.ts';

const WHOLE = 'the operation';
const CHECKS: Record<ItemName, (value: unknown) => Problem | null> = {
  walletTopup: checker(itemSchemas.walletTopup, WHOLE),
  walletBonus: checker(itemSchemas.walletBonus, WHOLE),
  walletSpend: checker(itemSchemas.walletSpend, WHOLE),
  walletTransfer: checker(itemSchemas.walletTransfer, WHOLE),
};

/** The item as one of the operations of a batch. Throws VALIDATION_ERROR. */
export function itemOf(value: unknown): Item {
  if (typeof value !== 'object' || value === null) throw invalid('', `${WHOLE} must be object`);
  const name = 'operation' in value ? value.operation : undefined;
  if (typeof name !== 'string' || !Object.hasOwn(CHECKS, name)) {
    throw invalid('operation', `must be one of ${Object.keys(CHECKS).join(', ')}`);
  }
  const problem = CHECKS[name as ItemName](value);
  if (problem) throw problem;
  return value as Item;
}

type Parts = Pick<Submission, 'operation' | 'input'>;

/** An operation beside its own input, whose type then no longer matters. */
const pair = <Input>(operation: Submission<Input>['operation'], input: Input): Parts => ({ operation, input }) as Parts;

export function operationOf(item: Item): Parts {
  switch (item.operation) {
    case 'walletTopup':
      return pair(walletTopup, topupInput(item));
    case 'walletBonus':
      return pair(walletBonus, bonusInput(item));
    case 'walletSpend':
      return pair(walletSpend, spendInput(item));
    case 'walletTransfer':
      return pair(walletTransfer, transferInput(item));
  }
}

const transferInput = (item: Extract<Item, { operation: 'walletTransfer' }>): WalletTransfer => ({
  sender: item.sender_id,
  recipient: item.recipient_id,
  asset: item.asset_code,
  amount: minorUnits(item.amount),
  data: given({ metadata: item.metadata }),
});

export function outcomeOf(outcome: Outcome, language: string): BatchOutcome {
  if (!outcome.ok) return failure(refused(outcome.refusal), language);
  return { status: outcome.replayed ? 200 : 201, data: presentItem(outcome.record) };
}

export const failureOf = (error: unknown, language: string): BatchOutcome => failure(describeError(error), language);

function failure(problem: Problem, language: string): BatchOutcome {
  const { status, code, details } = problem;
  const { detail, errors } = wordsOf(problem, language);
  return {
    status,
    error: {
      code,
      detail,
      ...(errors.length > 0 && { errors: [...errors] }),
      ...(Object.keys(details).length > 0 && { details }),
    },
  };
}

/** A transfer names both customers; its balances are the sender's. */
function presentItem(record: OperationRecord): NonNullable<BatchOutcome['data']> {
  const { user_id, ...rest } = presentMovement(record);
  if (record.operation !== walletTransfer.name) return { user_id, ...rest };
  const recipient = record.entries.find(({ type }) => type === 'TRANSFER_IN')?.account.owner ?? '';
  return { sender_id: user_id, recipient_id: recipient, ...rest };
}
