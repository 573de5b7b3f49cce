/** Points for what customers do: a rule says how many, and they are awarded in the very transaction that earns them. */
import { type AccountRef, bounds, house, wallet } from '../ledger/account.ts';
import { MAX_AMOUNT } from '../ledger/money.ts';
import { move, type Posting } from '../ledger/posting.ts';
import type { View } from './operation.ts';

export const POINTS = 'POINTS';

/** What can earn points: a top-up, a spend on the ledger face, a payment out of the wallet, and money put to a slip. */
export const POINT_ACTIONS = ['topup', 'spend', 'pay', 'slip_payment'] as const;
export type PointAction = (typeof POINT_ACTIONS)[number];

export interface PointRule {
  /** Minor units of the asset that earn `points` once; what is left over earns nothing. */
  readonly perAmount: bigint;
  readonly points: bigint;
  /** The most that one transaction can earn; null for no limit of its own. */
  readonly cap: bigint | null;
}

export interface Earning {
  readonly customer: string;
  readonly action: PointAction;
  /** The asset of the amount that earns, not of the points. */
  readonly asset: string;
}

/** The accounts that an award touches: the engine loads them where a rule is in force. */
export const pointAccounts = (customer: string): [from: AccountRef, to: AccountRef] => [
  house(POINTS, 'points'),
  wallet(customer, POINTS),
];

/** How many points `amount` earns. */
export function pointsFor(rule: PointRule, amount: bigint): bigint {
  const earned = (amount / rule.perAmount) * rule.points;
  return least(earned, rule.cap ?? MAX_AMOUNT, MAX_AMOUNT);
}

/**
 * points -> wallet, for `amount` minor units of the earning's asset: nothing without a rule. Never a reason to refuse:
 * where a balance has no room for all points, there are fewer.
 */
export function award(view: View, { customer, action, asset }: Earning, amount: bigint): Posting[] {
  const rule = view.pointRule(action, asset);
  if (!rule || !view.asset(POINTS)) return [];
  const [from, to] = pointAccounts(customer);
  const room = bounds(to.kind).ceiling - view.account(to).balance;
  const issuable = view.account(from).balance - bounds(from.kind).floor;
  const points = least(pointsFor(rule, amount), room, issuable);
  return points > 0n ? move(from, to, points, 'POINTS') : [];
}

const least = (...values: readonly bigint[]): bigint => values.reduce((a, b) => (b < a ? b : a));
