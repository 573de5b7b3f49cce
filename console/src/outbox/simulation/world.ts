/** Tabs of one browser around one service, with a network that cuts requests and tabs that are killed. */
import { sleep } from '../browser.ts';
import type { Scope, UnsentIntent } from '../intent.ts';
import { Outbox, type OutboxOptions } from '../outbox.ts';
import type { Bearer, Channel, Notice, Surroundings } from '../surroundings.ts';
import { noLocks, SimulatedLocks } from './locks.ts';
import { SimulatedService } from './service.ts';

/** Mostly far less: now and then a request is overtaken by later ones. */
const LATENCY_MS = 10;

export interface WorldOptions {
  readonly random?: () => number;
  /** Which part of the requests is cut: half of them before they are applied, half after. */
  readonly faults?: number;
  /** Without it, tabs do not keep each other from sending. */
  readonly lock?: boolean;
  /** Without it, the key does not reach the service. */
  readonly key?: boolean;
  /** Time runs so many times faster, or backoffs would make a test long. */
  readonly haste?: number;
}

export const SCOPE: Scope = { ledger: 'main', subject: 'cashier-1' };

let worlds = 0;

export class World {
  readonly service = new SimulatedService();
  readonly tabs = new Set<Tab>();
  readonly random: () => number;
  readonly key: boolean;
  readonly lock: boolean;
  readonly haste: number;
  readonly locks = new SimulatedLocks();
  readonly databaseName = `world-${++worlds}`;
  faults: number;
  online = true;
  /** What this device's clock is wrong by. */
  clockError = 0;
  bearer: Bearer | null = { token: 'token', ...SCOPE };
  /** How long tabs have waited, in the milliseconds of their own hasty time. */
  readonly waits: number[] = [];
  /** How often a tab sent while another one was sending. */
  overlaps = 0;

  constructor({ random = Math.random, faults = 0, lock = true, key = true, haste = 200 }: WorldOptions = {}) {
    this.random = random;
    this.faults = faults;
    this.lock = lock;
    this.key = key;
    this.haste = haste;
  }

  async open(scope: Scope = SCOPE, options: OutboxOptions = {}): Promise<Tab> {
    const tab = new Tab(this);
    this.tabs.add(tab);
    try {
      await tab.open(scope, { databaseName: this.databaseName, ...options });
    } catch (error) {
      this.tabs.delete(tab);
      throw error;
    }
    return tab;
  }

  /** The network is there again, and the tabs hear of it. */
  reconnect(): void {
    this.online = true;
    for (const tab of this.tabs) tab.hearOnline();
  }

  async close(): Promise<void> {
    await Promise.all([...this.tabs].map((tab) => tab.outbox.close()));
  }
}

const never = new Promise<never>(() => {});

export class Tab {
  outbox!: Outbox;
  hearOnline: () => void = () => {};
  readonly #world: World;
  readonly #channels = new Map<string, (notice: Notice) => void>();
  #dead = false;
  #sending = 0;

  constructor(world: World) {
    this.#world = world;
  }

  async open(scope: Scope, options: OutboxOptions): Promise<void> {
    this.outbox = await Outbox.open(scope, this.#surroundings(), options);
  }

  /** Queues a write for a customer; `n` tells it from the others. */
  enqueue(customer: string, n: number, more: object = {}): Promise<UnsentIntent> {
    return this.outbox.enqueue(write(customer, n, more));
  }

  /** As a browser does it: what runs never goes on, and the lock is free. */
  kill(): void {
    this.#dead = true;
    this.#sending = 0;
    this.#channels.clear();
    this.#world.tabs.delete(this);
    this.#world.locks.forget(this);
  }

  #surroundings(): Surroundings {
    const world = this.#world;
    return {
      fetch: (_path, init) => this.#fetch(new Headers(init.headers), String(init.body), init.signal ?? null),
      bearer: () => world.bearer,
      language: () => 'en',
      locks: world.lock ? world.locks.of(this) : noLocks,
      openChannel: (name, hear) => this.#openChannel(name, hear),
      online: () => world.online,
      onOnline: (back) => {
        this.hearOnline = back;
        return () => {};
      },
      newId: () => crypto.randomUUID(),
      random: world.random,
      wall: () => Date.now() + world.clockError,
      monotonic: () => performance.now() * world.haste,
      sleep: (ms, signal) => {
        world.waits.push(ms);
        return this.#alive(sleep(ms / world.haste, signal));
      },
    };
  }

  #openChannel(name: string, hear: (notice: Notice) => void): Channel {
    this.#channels.set(name, hear);
    const post = (notice: Notice) => {
      if (this.#dead) return;
      for (const tab of this.#world.tabs) if (tab !== this) setTimeout(() => tab.#channels.get(name)?.(notice));
    };
    return { post, close: () => this.#channels.delete(name) };
  }

  async #fetch(headers: Headers, body: string, signal: AbortSignal | null): Promise<Response> {
    const world = this.#world;
    if (this.#dead) return never;
    if ([...world.tabs].some((tab) => tab !== this && tab.#sending > 0)) world.overlaps += 1;
    this.#sending += 1;
    try {
      await this.#alive(latency(world.random));
      if (!world.online || signal?.aborted) throw new TypeError('no network');
      const fate = world.random();
      if (fate < world.faults / 2) throw new TypeError('cut before');
      if (!world.key) headers.delete('idempotency-key');
      const response = world.service.handle(headers, body);
      await this.#alive(latency(world.random));
      if (fate < world.faults) throw new TypeError('cut after');
      return response;
    } finally {
      this.#sending = Math.max(0, this.#sending - 1);
    }
  }

  /** A dead tab never learns how it ended. */
  async #alive<T>(work: Promise<T>): Promise<T> {
    const result = await work;
    return this.#dead ? never : result;
  }
}

const latency = (random: () => number): Promise<void> =>
  sleep(random() ** 4 * LATENCY_MS, new AbortController().signal);

export const write = (customer: string, n: number, more: object = {}) => ({
  operation: 'changeStore',
  customer,
  method: 'POST' as const,
  path: '/api/wallet/store-change',
  body: { customer_id: customer, n, currency: 'USD', change_cents: 100n, ...more },
  label: { amount: '100', asset: 'USD', customerName: customer },
});
