/**
 * Messages as a busy and careless set of services would send them: some twice, some late, some wrong; and what they must
 * come to, whatever the order. Those who send money have plenty, so that no order makes a difference.
 */

export interface TrafficMessage {
  readonly routingKey: string;
  readonly body: string;
}

export interface Traffic {
  /** To be done with before the rest: gives money to those who send it. */
  readonly opening: readonly TrafficMessage[];
  readonly messages: readonly TrafficMessage[];
  readonly expected: Expected;
}

export interface Expected {
  /** Minor units of USD in each wallet, those of `opening` included. */
  readonly balances: ReadonlyMap<string, bigint>;
  /** What becomes of each transaction in the end. */
  readonly transactions: ReadonlyMap<string, 'completed' | 'failed'>;
  readonly poison: number;
}

export interface TrafficOrder {
  readonly count: number;
  readonly seed: number;
  /** Names this run: its customers and transactions are no others'. */
  readonly name: string;
  readonly customers?: number;
  /** How many of them send money. */
  readonly senders?: number;
  /** Of all messages, how many come a second time, how many late, and how many are poison. */
  readonly duplicated?: number;
  readonly late?: number;
  readonly poison?: number;
}

const PLENTY = 1_000_000_00n;
/** How many messages later one that is late comes at most. */
const LATEST = 1_000;

const POISON: readonly ((n: number) => TrafficMessage)[] = [
  () => ({ routingKey: 'transaction.completed', body: 'this is not JSON' }),
  (n) => completed({ transactionId: `poison-${n}`, type: 'topup', amount: '1', userId: 'x' }),
  (n) => ({
    routingKey: 'transaction.completed',
    body: `{"transactionId":"poison-${n}","type":"topup","amount":1e2,"userId":"x"}`,
  }),
  (n) => completed({ transactionId: `poison-${n}`, type: 'topup', amount: 0.001, userId: 'x' }),
  (n) => completed({ transactionId: `poison-${n}`, type: 'gift', amount: 1, userId: 'x' }),
  (n) => ({ routingKey: 'transaction.failed', body: `{"transactionId":"poison-${n}","transactionId":"y"}` }),
  () => ({ routingKey: 'user.signup', body: '{}' }),
];

export function makeTraffic(order: TrafficOrder): Traffic {
  const { count, seed, name, customers = 2_000, senders = 20, duplicated = 0.2, late = 0.2, poison = 0.01 } = order;
  const random = generator(seed);
  const below = (n: number) => Math.floor(random() * n);
  const balances = new Map<string, bigint>();
  const transactions = new Map<string, 'completed' | 'failed'>();
  const add = (customer: string, amount: bigint) => balances.set(customer, (balances.get(customer) ?? 0n) + amount);

  const opening = Array.from({ length: senders }, (_, i) => {
    add(`${name}-rich-${i}`, PLENTY);
    transactions.set(`${name}-open-${i}`, 'completed');
    return completed({
      transactionId: `${name}-open-${i}`,
      type: 'topup',
      amount: Number(PLENTY / 100n),
      userId: `${name}-rich-${i}`,
    });
  });

  const messages: TrafficMessage[] = [];
  const originals = Math.round(count * (1 - duplicated - poison));
  while (messages.length < originals) {
    const n = messages.length;
    const transactionId = `${name}-${n}`;
    const customer = `${name}-${below(customers)}`;
    const kind = random();
    if (kind < 0.05) {
      messages.push({ routingKey: 'user.signup', body: JSON.stringify({ userId: customer }) });
      add(customer, 0n);
      continue;
    }
    const cents = BigInt(1 + below(500));
    const amount = Number(cents) / 100;
    const fails = kind > 0.95 && n + 1 < originals;
    transactions.set(transactionId, fails ? 'failed' : 'completed');
    if (kind < 0.7) {
      messages.push(completed({ transactionId, type: 'topup', amount, userId: customer }));
      if (!fails) add(customer, cents);
    } else {
      const sender = `${name}-rich-${below(senders)}`;
      messages.push(completed({ transactionId, type: 'transfer', amount, senderId: sender, recipientId: customer }));
      if (!fails) {
        add(sender, -cents);
        add(customer, cents);
      }
    }
    if (fails) messages.push({ routingKey: 'transaction.failed', body: JSON.stringify({ transactionId }) });
  }
  const wrong = Math.round(count * poison);
  for (let n = 0; n < wrong; n += 1) {
    messages.push((POISON[n % POISON.length] as (typeof POISON)[number])(n));
  }
  while (messages.length < count) messages.push(messages[below(originals)] as TrafficMessage);

  // What is copied or poison comes anywhere; of the rest, some come late.
  const placed = messages.map((message, n) => {
    const place = n < originals ? n : below(originals);
    return { message, place: place + (random() < late ? below(LATEST) : 0) };
  });
  placed.sort((a, b) => a.place - b.place);
  return {
    opening,
    messages: placed.map(({ message }) => message),
    expected: { balances, transactions, poison: wrong },
  };
}

const completed = (body: object): TrafficMessage => ({
  routingKey: 'transaction.completed',
  body: JSON.stringify(body),
});

/** mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
