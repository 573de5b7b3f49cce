/** The face that listens: messages over a RabbitMQ of the simulation's own, some twice, some late, some of them poison. */
import { auditTold } from '../../bench/events/audit.ts';
import { settled } from '../../bench/events/settled.ts';
import { QUEUE } from '../../bench/events/stage.ts';
import { StubbornSender } from '../faults/stubborn-sender.ts';
import { makeTraffic, type Traffic } from '../support/event-traffic.ts';
import { Rabbit } from '../support/rabbit.ts';
import { until } from '../support/until.ts';
import type { World } from './world.ts';

const NAME = 'amqp';
const PATIENCE_MS = 60_000;

const BALANCES = `
  select a.owner, sum(b.balance)::text as balance
    from accounts a join wallet_balances b on b.ledger_id = a.ledger_id and b.account_id = a.id
   where a.ledger_id = 1 and starts_with(a.owner, '${NAME}-') group by a.owner`;

export class Events {
  readonly rabbit: Rabbit;
  readonly #traffic: Traffic;
  readonly #sender: StubbornSender;
  #sending: Promise<void> = Promise.resolve();

  private constructor(rabbit: Rabbit, traffic: Traffic) {
    this.rabbit = rabbit;
    this.#traffic = traffic;
    this.#sender = new StubbornSender(rabbit.url);
  }

  /** Starts the broker; `count` messages will be sent, which ones is a function of the seed. */
  static async open(program: string, seed: number, count: number): Promise<Events> {
    const rabbit = await Rabbit.create(program);
    await rabbit.start();
    return new Events(rabbit, makeTraffic({ count, seed, name: NAME, customers: 200 }));
  }

  get count(): number {
    return this.#traffic.messages.length;
  }

  /** Gives those who send money some, and goes on with the rest, `pace` messages at once, whenever `next` says so. */
  async start(world: World, pace: number, next = () => world.clients.recorded(1)): Promise<void> {
    const { opening, messages } = this.#traffic;
    await this.#sender.sendAll(opening);
    await until(async () => (await world.sql(BALANCES)).length >= opening.length, PATIENCE_MS);
    this.#sending = (async () => {
      for (let at = 0; at < messages.length; at += pace) {
        await this.#sender.sendAll(messages.slice(at, at + pace));
        await next();
      }
    })();
    this.#sending.catch(() => {});
  }

  /** Resolves when all is sent. Throws where the clients, whose pace it keeps, have failed. */
  sent(): Promise<void> {
    return this.#sending;
  }

  /** Lets everything be handled that was sent; a line for every wallet that does not hold what it must. */
  async audit(world: World): Promise<string[]> {
    let problems: string[] = [];
    await until(async () => {
      if ((await this.#sender.waiting(QUEUE)) > 0) return false;
      problems = this.#compare(await world.sql<{ owner: string; balance: string }>(BALANCES));
      return problems.length === 0;
    }, PATIENCE_MS).catch(() => problems.push('the messages were not done with in time'));
    const letters = await this.#sender.waiting(`${QUEUE}.dead`);
    const { poison } = this.#traffic.expected;
    // A message that comes twice because its sender was not told that it had come may be poison too.
    if (letters < poison) problems.push(`${letters} dead letters, of ${poison} poison messages`);
    for (const { process } of world.nodes) await settled(process.port, (queue) => this.#sender.waiting(queue));
    return [...problems, ...(await auditTold(this.rabbit.url, this.#traffic.expected))];
  }

  async close(): Promise<void> {
    await this.#sender.close();
    await this.rabbit.remove();
  }

  #compare(rows: readonly { owner: string; balance: string }[]): string[] {
    const { balances } = this.#traffic.expected;
    const held = new Map(rows.map(({ owner, balance }) => [owner, BigInt(balance)]));
    return [...new Set([...balances.keys(), ...held.keys()])].flatMap((owner) => {
      // Whose only top-up has failed may have got a wallet from it, or not.
      const [is, must] = [held.get(owner) ?? 0n, balances.get(owner) ?? 0n];
      return is === must ? [] : [`${owner} has ${is}, and the messages add up to ${must}`];
    });
  }
}
