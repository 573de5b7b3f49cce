/**
 * A payment that is being taken: how it is paid, and what it pays. Pure; every amount is minor units of one asset. What
 * somebody typed stays as it is, and the rest makes up for it.
 */
import type { OpenSlip } from '../../cache/records.ts';

export const METHODS = ['CASH', 'MOBILE', 'CARD', 'BANK_TRANSFER'] as const;
export type Method = (typeof METHODS)[number];

export interface Tender {
  readonly id: number;
  readonly method: Method;
  /** Null while nothing sensible is typed. */
  readonly amount: bigint | null;
  readonly reference: string;
  /** Somebody has typed it. */
  readonly locked: boolean;
}

type Slip = Pick<OpenSlip, 'id' | 'remaining'>;

/** What is allocated to a slip by its id, or to the wallet. */
export const WALLET = 'wallet';

export interface Payment {
  /** What is to be paid. */
  readonly due: bigint;
  readonly tenders: readonly Tender[];
  /** In the order in which money goes to them. */
  readonly slips: readonly Slip[];
  /** What somebody typed, by a slip's id or `wallet`; null while it is nothing sensible. */
  readonly typed: ReadonlyMap<string, bigint | null>;
  /** Whether change is kept in the wallet, and not given back. */
  readonly storesChange: boolean;
}

/**
 * A payment of these slips, oldest first, in cash; one that is named goes before the others, and is what is due. Where the
 * slips are not known, what is owed is due.
 */
export function beginPayment(known: readonly Slip[] | null, wanted?: string, owes = 0n): Payment {
  const slips = known ?? [];
  const chosen = slips.find(({ id }) => id === wanted);
  const ordered = chosen ? [chosen, ...slips.filter((slip) => slip !== chosen)] : slips;
  const open = (chosen ? [chosen] : slips).reduce((sum, { remaining }) => sum + remaining, 0n);
  const due = known === null ? owes : open;
  const cash: Tender = { id: 1, method: 'CASH', amount: null, reference: '', locked: false };
  return balanced({ due, tenders: [cash], slips: ordered, typed: new Map(), storesChange: false });
}

export function addTender(payment: Payment, method: Method): Payment {
  const id = Math.max(0, ...payment.tenders.map((tender) => tender.id)) + 1;
  const tender: Tender = { id, method, amount: null, reference: '', locked: false };
  return balanced({ ...payment, tenders: [...payment.tenders, tender] });
}

export const removeTender = (payment: Payment, id: number): Payment =>
  balanced({ ...payment, tenders: payment.tenders.filter((tender) => tender.id !== id) });

export const setAmount = (payment: Payment, id: number, amount: bigint | null): Payment =>
  balanced(changed(payment, id, { amount, locked: true }));

export const setReference = (payment: Payment, id: number, reference: string): Payment =>
  changed(payment, id, { reference });

const changed = (payment: Payment, id: number, part: Partial<Tender>): Payment => ({
  ...payment,
  tenders: payment.tenders.map((tender) => (tender.id === id ? { ...tender, ...part } : tender)),
});

export const allocate = (payment: Payment, to: string, amount: bigint | null): Payment => ({
  ...payment,
  typed: new Map(payment.typed).set(to, amount),
});

const sumOf = (amounts: Iterable<bigint | null>): bigint =>
  [...amounts].reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n);

/** What nobody has typed is paid by the first tender that is free. */
function balanced(payment: Payment): Payment {
  let left = payment.due - sumOf(payment.tenders.filter(({ locked }) => locked).map(({ amount }) => amount));
  const tenders = payment.tenders.map((tender) => {
    if (tender.locked) return tender;
    const amount = left > 0n ? left : null;
    left = 0n;
    return { ...tender, amount };
  });
  return { ...payment, tenders };
}

/** What is missing when this tender is left aside: what it would have to be. */
export function wantedOf({ due, tenders }: Payment, id: number): bigint {
  const left = due - sumOf(tenders.filter((tender) => tender.id !== id).map(({ amount }) => amount));
  return left > 0n ? left : 0n;
}

/** What was handed over beyond what is due, as far as it was cash. */
export function changeOf({ due, tenders }: Payment): bigint {
  if (due === 0n) return 0n;
  const over = sumOf(tenders.map(({ amount }) => amount)) - due;
  const cash = sumOf(tenders.filter(({ method }) => method === 'CASH').map(({ amount }) => amount));
  return over <= 0n ? 0n : over < cash ? over : cash;
}

/** The tenders as they are recorded: without the change that is given back, and without empty ones. */
export function tendersOf(payment: Payment): (Tender & { readonly amount: bigint })[] {
  let back = payment.storesChange ? 0n : changeOf(payment);
  return payment.tenders.flatMap((tender) => {
    const given = tender.amount ?? 0n;
    const less = tender.method !== 'CASH' ? 0n : back < given ? back : given;
    back -= less;
    return given - less > 0n ? [{ ...tender, amount: given - less }] : [];
  });
}

export const receivedBy = (payment: Payment): bigint => sumOf(tendersOf(payment).map(({ amount }) => amount));

export interface Allocation {
  readonly to: string;
  readonly amount: bigint | null;
}

/** What each slip gets, in order, and at the end the wallet. */
export function allocationsOf(payment: Payment): readonly Allocation[] {
  const { slips, typed } = payment;
  let left = receivedBy(payment) - sumOf(typed.values());
  const rows = slips.map(({ id, remaining }): Allocation => {
    if (typed.has(id)) return { to: id, amount: typed.get(id) ?? null };
    const amount = left <= 0n ? 0n : left < remaining ? left : remaining;
    left -= amount;
    return { to: id, amount };
  });
  const rest = left > 0n ? left : 0n;
  return [...rows, { to: WALLET, amount: typed.has(WALLET) ? (typed.get(WALLET) ?? null) : rest }];
}

/** What is received and goes nowhere yet; below zero where more is given out than is received. */
export const unallocatedOf = (payment: Payment): bigint =>
  receivedBy(payment) - sumOf(allocationsOf(payment).map(({ amount }) => amount));

export type PaymentProblem = 'nothing' | 'tooMuchForSlip' | 'unallocated' | 'overAllocated';

/** Why the payment can't be recorded as it stands; null where it can. */
export function problemOf(payment: Payment): PaymentProblem | null {
  if (receivedBy(payment) === 0n) return 'nothing';
  const given = new Map(allocationsOf(payment).map(({ to, amount }) => [to, amount ?? 0n]));
  if (payment.slips.some(({ id, remaining }) => (given.get(id) ?? 0n) > remaining)) return 'tooMuchForSlip';
  const unallocated = unallocatedOf(payment);
  return unallocated > 0n ? 'unallocated' : unallocated < 0n ? 'overAllocated' : null;
}
