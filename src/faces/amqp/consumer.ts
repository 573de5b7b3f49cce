/** Takes messages from the queue: many at a time, so that they make up batches, and acknowledged after their commit. */
import type { Channel, ChannelModel, ConfirmChannel, ConsumeMessage } from 'amqplib';
import { Backoff } from '../../engine/backoff.ts';
import { Unanswered } from '../../engine/failure.ts';
import { Unavailable } from '../../engine/submission.ts';
import type { Log } from '../../log.ts';
import { inSpan } from '../../telemetry/spans.ts';
import { ROUTING_KEYS } from '../events/consumed.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { aborted, type WorkSignals } from './broker.ts';
import { deadLetter } from './dead-letter.ts';
import { type DoneMessages, type HandleContext, handleMessage } from './handle.ts';
import type { AmqpMetrics } from './metrics.ts';
import { Poison } from './parse.ts';
import { declareQueues, type Topology } from './topology.ts';
import { within } from './within.ts';

export interface ConsumerSettings extends Topology {
  /** Messages in hand at most: enough for a batch on its way and one that waits. */
  readonly prefetch: number;
  /** Milliseconds for which messages are kept in hand while the database is away; then they go back to the queue. */
  readonly hold: number;
  /** Milliseconds that the broker has to answer, and to confirm a dead letter. */
  readonly confirmTimeout: number;
}

export interface ConsumerParts extends HandleContext {
  readonly settings: ConsumerSettings;
  readonly metrics: AmqpMetrics;
  readonly log: Log;
  readonly done: DoneMessages;
}

/** The consumer's work over one connection. */
export async function consume(
  parts: ConsumerParts,
  connection: ChannelModel,
  { lost, finish }: WorkSignals,
): Promise<void> {
  await databaseAnswers(parts, AbortSignal.any([lost, finish]));
  if (lost.aborted || finish.aborted) return;
  const session = await within(parts.settings.confirmTimeout, 'the queues', Session.open(parts, connection, lost));
  await Promise.race([aborted(lost), aborted(finish), session.broken]);
  // Once the connection is lost, nothing ever answers a goodbye.
  await Promise.race([session.close(), aborted(lost)]);
}

/** Waits for the database: a message that is taken and given back counts as delivered. */
async function databaseAnswers({ database }: ConsumerParts, enough: AbortSignal): Promise<void> {
  const backoff = new Backoff(100, 2_000);
  while (!enough.aborted) {
    const answers = await database.query('select 1').then(
      () => true,
      () => false,
    );
    if (answers) return;
    await backoff.wait();
  }
}

class Session {
  readonly #parts: ConsumerParts;
  readonly #channel: Channel;
  readonly #letters: ConfirmChannel;
  readonly #lost: AbortSignal;
  readonly #acknowledgements: Acknowledgements;
  readonly #inHand = new Set<Promise<void>>();
  readonly #breaking = Promise.withResolvers<void>();
  #consumerTag = '';
  /** The wait that all messages in hand share while the database is away, and since when it is. */
  #pause: Promise<void> | null = null;
  #away: number | null = null;
  #backoff = new Backoff(50, 2_000);
  #broken = false;

  private constructor(parts: ConsumerParts, channel: Channel, letters: ConfirmChannel, lost: AbortSignal) {
    this.#parts = parts;
    this.#channel = channel;
    this.#letters = letters;
    this.#lost = lost;
    this.#acknowledgements = new Acknowledgements(channel);
  }

  static async open(parts: ConsumerParts, connection: ChannelModel, lost: AbortSignal): Promise<Session> {
    const { settings } = parts;
    const channel = await connection.createChannel();
    const letters = await connection.createConfirmChannel();
    const session = new Session(parts, channel, letters, lost);
    // A channel error that nobody hears would end the process.
    for (const one of [channel, letters]) {
      one.on('error', (error) => session.#break(error));
      one.on('close', () => session.#break(new Error('the channel was closed')));
    }
    letters.on('return', () => session.#break(new Error('the queue of the dead letters is gone')));
    await declareQueues(channel, settings);
    await channel.prefetch(settings.prefetch);
    const { consumerTag } = await channel.consume(settings.queue, (message) => {
      if (message) session.#take(message);
      else session.#break(new Error('the broker has cancelled the consumer'));
    });
    session.#consumerTag = consumerTag;
    return session;
  }

  /** Resolves when the session can't go on. */
  get broken(): Promise<void> {
    return this.#breaking.promise;
  }

  /** Takes nothing new, and finishes what is in hand if it still can. */
  async close(): Promise<void> {
    const over = this.#broken || this.#lost.aborted;
    // From here on a message that has to wait for the database is given up.
    this.#broken = true;
    if (over) return;
    try {
      await this.#channel.cancel(this.#consumerTag);
      await Promise.all(this.#inHand);
      this.#acknowledgements.flush();
      await this.#channel.close();
    } catch (error) {
      this.#parts.log.debug({ err: error }, 'the consumer could not say goodbye');
    }
  }

  #break(error: unknown): void {
    if (this.#broken) return;
    this.#broken = true;
    if (!this.#lost.aborted) this.#parts.log.warn({ err: error }, 'the consumer starts anew');
    this.#breaking.resolve();
  }

  #take(message: ConsumeMessage): void {
    const work = this.#traced(message).finally(() => {
      this.#inHand.delete(work);
      this.#parts.metrics.inHand.set(this.#inHand.size);
    });
    this.#inHand.add(work);
    this.#parts.metrics.inHand.set(this.#inHand.size);
  }

  async #traced(message: ConsumeMessage): Promise<void> {
    const attributes = () => ({
      'messaging.system': 'rabbitmq',
      'messaging.operation.name': 'consume',
      'messaging.destination.name': this.#parts.settings.queue,
    });
    const told = (outcome: string) => ({ 'pochi.outcome': outcome });
    const from = message.properties.headers ?? {};
    await inSpan(`consume ${keyOf(message)}`, { kind: 'consumer', attributes, from, told }, () =>
      this.#carryOut(message),
    );
  }

  /** Gives what became of it. */
  async #carryOut(message: ConsumeMessage): Promise<string> {
    const { done } = this.#parts;
    const { content } = message;
    const { routingKey } = message.fields;
    for (;;) {
      const started = performance.now();
      try {
        const effect = await done.once(routingKey, content, () => handleMessage(routingKey, content, this.#parts));
        this.#away = null;
        this.#count(message, effect);
        this.#acknowledgements.done(message);
        return effect;
      } catch (error) {
        if (error instanceof Unavailable || error instanceof Unanswered) {
          if (await this.#waitForDatabase(started)) continue;
          return 'returned';
        }
        if (error instanceof Poison) {
          await this.#bury(message, error.message);
          return 'dead';
        }
        this.#giveBack(message, error);
        return 'returned';
      }
    }
  }

  async #bury(message: ConsumeMessage, reason: string): Promise<void> {
    try {
      const { settings } = this.#parts;
      await within(settings.confirmTimeout, 'a dead letter', deadLetter(this.#letters, settings, message, reason));
      this.#count(message, 'dead');
      this.#acknowledgements.done(message);
    } catch (error) {
      // It is not acknowledged, and comes again.
      this.#break(error);
    }
  }

  /** What nobody foresaw: it may do better elsewhere or later, and its deliveries are counted. */
  #giveBack(message: ConsumeMessage, error: unknown): void {
    this.#parts.log.error({ err: error, routing_key: message.fields.routingKey }, 'a message failed');
    this.#count(message, 'returned');
    try {
      this.#acknowledgements.giveBack(message);
    } catch (failed) {
      this.#break(failed);
    }
  }

  /** Whether the message, whose attempt began then, can be tried again over this session. */
  async #waitForDatabase(started: number): Promise<boolean> {
    if (this.#away === null) {
      this.#away = started;
      this.#backoff.reset();
    }
    if (performance.now() - this.#away > this.#parts.settings.hold) {
      this.#break(new Error('the database is away; messages go back to the queue'));
    }
    if (this.#broken || this.#lost.aborted) return false;
    this.#pause ??= this.#backoff.wait().finally(() => {
      this.#pause = null;
    });
    await this.#pause;
    return !this.#lost.aborted;
  }

  #count(message: ConsumeMessage, effect: string): void {
    this.#parts.metrics.consumed.inc({ routing_key: keyOf(message), effect });
  }
}

/** One of a few words: anybody may send messages with any other key. */
const keyOf = ({ fields }: ConsumeMessage): string =>
  ROUTING_KEYS.find((known) => known === fields.routingKey) ?? 'other';
