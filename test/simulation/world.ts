/** Everything that a simulation runs on: one PostgreSQL of its own, several instances of the service, their clients, and the auditor. */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SignJWT } from 'jose';
import pg from 'pg';
import { type Embedded, startEmbedded } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { createPool } from '../../src/database/pool.ts';
import { letAppRoleLogIn } from '../../src/database/roles.ts';
import { createLog } from '../../src/log.ts';
import { verifyLedger } from '../../src/queries/verify/verify.ts';
import { signalDatabase } from '../faults/database-processes.ts';
import { SECRET, SECRETS_KEY } from '../support/http.ts';
import { until } from '../support/until.ts';
import { auditAll } from './auditor.ts';
import { Checker } from './checker.ts';
import { Clients } from './clients.ts';
import type { Events } from './events.ts';
import { Node } from './node.ts';

/** Nothing that is still under way takes as long as this from one commit to the next. */
const QUIET_MS = 500;

export interface WorldOptions {
  readonly seed: number;
  readonly instances?: number;
  readonly clients?: number;
  /** Open to each instance at most; one for each client by default. */
  readonly connections?: number;
  /** Of the nodes: see there. */
  readonly direct?: boolean;
  /** Of the clients: see there. */
  readonly think?: number;
  readonly customers?: number;
  readonly whole?: number;
  /** A directory for the database's files that is empty or not there; one of its own where none is given. */
  readonly dataDir?: string;
  /** Settings of PostgreSQL. */
  readonly postgres?: Readonly<Record<string, string>>;
  /** Settings of the service. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whom it listens to, beside its clients. */
  readonly events?: Events;
}

export class World {
  /** Those that are there: several may be in one process. */
  static readonly #all = new Set<World>();
  readonly nodes: readonly Node[];
  readonly clients: Clients;
  readonly checker: Checker;
  readonly ownerUrl: string;
  readonly #embedded: Embedded;
  readonly #directory: string;
  /** What the checker found while everything went on. */
  readonly found: string[] = [];
  readonly #events: Events | null;

  private constructor(
    embedded: Embedded,
    directory: string,
    nodes: readonly Node[],
    clients: Clients,
    events: Events | null,
  ) {
    this.#events = events;
    this.#embedded = embedded;
    this.#directory = directory;
    this.nodes = nodes;
    this.clients = clients;
    this.ownerUrl = embedded.ownerUrl;
    this.checker = new Checker(embedded.ownerUrl);
  }

  /** Starts everything; the clients wait to be told to begin. */
  static async open({ seed, instances = 2, clients = 24, ...options }: WorldOptions): Promise<World> {
    const directory = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'pochi-simulation-')));
    await mkdir(directory, { recursive: true });
    // When root runs it, the database's own user has to get in.
    await chmod(directory, 0o711);
    const log = createLog('silent');
    const embedded = await startEmbedded({ dataDir: directory, log, settings: options.postgres ?? {} });
    await migrate(embedded.ownerUrl, log);
    await letIn(embedded);
    const token = await lastingToken();
    const broker = options.events ? { broker: options.events.rabbit.url } : {};
    const { connections = clients, direct = false } = options;
    const settings = { SECRETS_KEY, CHECKPOINT_EVERY: '0', ...options.settings };
    const nodes = await Promise.all(
      Array.from({ length: instances }, () =>
        Node.prepare({ ...embedded, dataDir: directory, token, connections, direct, settings, ...broker }),
      ),
    );
    const doors = nodes.map(({ client }) => client);
    const made = new Clients({ ...options, seed, count: clients, doors });
    const world = new World(embedded, directory, nodes, made, options.events ?? null);
    World.#all.add(world);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, world.#interrupted);
    try {
      for (const node of nodes) await node.process.start();
      await world.clients.open();
      return world;
    } catch (error) {
      await world.remove();
      throw error;
    }
  }

  node(number: number): Node {
    return this.nodes[number % this.nodes.length] as Node;
  }

  /** Kills, stops or lets go on every process of the database; it is started again where it was killed. */
  signalDatabase(signal: NodeJS.Signals): Promise<void> {
    return signalDatabase(this.#embedded.cluster, signal);
  }

  /** As the database's owner, past everything that is being spoilt. */
  async sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.ownerUrl });
    // It may be killed under us: the query fails then, and that is heard of.
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Looks at the books where that is possible now. */
  async check(): Promise<void> {
    this.found.push(...((await this.checker.check()) ?? []));
  }

  /** Ends every fault, lets every client have its answer, and compares everything; the lines say what is wrong. */
  async settle(compare: (world: World) => Promise<string[]> = auditAll): Promise<string[]> {
    await this.signalDatabase('SIGCONT');
    for (const node of this.nodes) {
      node.heal();
      node.process.signal('SIGCONT');
      if (!node.process.isRunning) await node.process.start();
      await node.process.healthy();
    }
    await this.#events?.sent();
    await this.clients.stop();
    const unheard = (await this.#events?.audit(this)) ?? [];
    await this.#quiet();
    await this.check();
    return [...this.found, ...unheard, ...(await compare(this)), ...(await this.#verify())];
  }

  /** Ends everything and removes what it wrote. */
  async remove(): Promise<void> {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, this.#interrupted);
    await this.signalDatabase('SIGCONT');
    await this.clients.stop().catch(() => {});
    await Promise.all(this.nodes.map((node) => node.remove()));
    await this.#events?.close();
    await this.#embedded.stop();
    for (const path of [this.#embedded.cluster, this.#directory]) await rm(path, { recursive: true, force: true });
    World.#all.delete(this);
  }

  readonly #interrupted = async (): Promise<void> => {
    await this.remove();
    if (World.#all.size === 0) process.exit(130);
  };

  /** Resolves once nothing is recorded any more: attempts that were given up may still be on their way. */
  async #quiet(): Promise<void> {
    let last = '';
    await until(async () => {
      const [head] = await this.sql<{ height: string }>('select height::text from ledger_heads where ledger_id = 1');
      const isSame = head?.height === last;
      last = head?.height ?? '';
      if (!isSame) await delay(QUIET_MS);
      return isSame;
    });
  }

  async #verify(): Promise<string[]> {
    const pool = createPool({ url: this.ownerUrl, max: 4, log: createLog('silent') });
    try {
      const { sound, checks } = await verifyLedger(pool, 1n);
      return sound
        ? []
        : checks.filter(({ rows }) => rows > 0).map((check) => `pochi verify: ${JSON.stringify(check)}`);
    } finally {
      await pool.end();
    }
  }
}

async function letIn({ ownerUrl, appPassword }: Embedded): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await letAppRoleLogIn(client, appPassword).finally(() => client.end());
}

/** Clocks are set forward in here, and nobody shall be turned away for that. */
const lastingToken = (): Promise<string> =>
  new SignJWT({ role: 'staff' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject('staff')
    .setIssuer('pochi')
    .setAudience('pochi')
    .setExpirationTime('3650d')
    .sign(SECRET);
