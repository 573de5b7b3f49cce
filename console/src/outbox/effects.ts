/** What queued intents will do to a customer's balances: shown beside the known balance, never added to it. */
import type { UnsentIntent } from './intent.ts';

/** In one asset, in minor units. */
export interface WaitingEffect {
  readonly asset: string;
  /** How many intents it is made of. */
  readonly count: number;
  /** What the wallet will hold more; negative for less. */
  readonly wallet: bigint;
  /** What will be owed more; negative for less. */
  readonly owes: bigint;
  /** Payments that the service will share out: oldest debt first, the rest into the wallet. */
  readonly paid: bigint;
}

type Change = Partial<Pick<WaitingEffect, 'wallet' | 'owes' | 'paid'>>;
type Fields = Readonly<Record<string, unknown>>;

const minor = (value: unknown): bigint => (Number.isSafeInteger(value) ? BigInt(value as number) : 0n);
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value : []);
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

function payment(body: Fields): Change {
  const allocations = list(body.allocations);
  if (allocations.length === 0) {
    const tenders = list(body.tenders).map(({ amount_cents }) => minor(amount_cents));
    return { paid: minor(body.amount_cents) + sum(tenders) };
  }
  const to = (type: string) =>
    sum(allocations.filter((part) => part.type === type).map(({ applied_cents }) => minor(applied_cents)));
  return { wallet: to('wallet'), owes: -to('slip') };
}

const slip = (body: Fields): Change => ({
  owes:
    sum(list(body.lines).map(({ quantity, unit_price_cents }) => minor(quantity) * minor(unit_price_cents))) +
    minor(body.tax_cents) -
    minor(body.discount_cents),
});

/** What an operation's body says that it will do; what is not here depends on what the service finds. */
const CHANGES: Readonly<Record<string, (body: Fields) => Change>> = {
  slipCreate: slip,
  paymentProcess: payment,
  changeStore: ({ change_cents }) => ({ wallet: minor(change_cents) }),
  walletTopup: ({ amount }) => ({ wallet: minor(amount) }),
  walletBonus: ({ amount }) => ({ wallet: minor(amount) }),
  walletSpend: ({ amount }) => ({ wallet: -minor(amount) }),
};

/** The effects of these intents, asset by asset in order of their codes. */
export function effectsOf(intents: readonly UnsentIntent[]): WaitingEffect[] {
  const effects = new Map<string, WaitingEffect>();
  for (const { operation, body: text } of intents) {
    const body = JSON.parse(text) as Fields;
    const asset = body.currency ?? body.asset_code;
    if (typeof asset !== 'string') continue;
    const { count, wallet, owes, paid } = effects.get(asset) ?? { count: 0, wallet: 0n, owes: 0n, paid: 0n };
    const change = CHANGES[operation]?.(body) ?? {};
    effects.set(asset, {
      asset,
      count: count + 1,
      wallet: wallet + (change.wallet ?? 0n),
      owes: owes + (change.owes ?? 0n),
      paid: paid + (change.paid ?? 0n),
    });
  }
  return [...effects.values()].sort((a, b) => (a.asset < b.asset ? -1 : 1));
}
