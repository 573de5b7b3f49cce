/** PostgreSQL, RabbitMQ and the service as a user runs them, each a process of its own, for one run. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Embedded, startEmbedded } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { createLog } from '../../src/log.ts';
import { Rabbit, rabbitProgram } from '../../test/support/rabbit.ts';

export const EXCHANGE = 'events';
export const QUEUE = 'wallet-service';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export const SECRET = 'a secret for the bench, not for anything else';

export class Stage {
  readonly rabbit: Rabbit;
  readonly databaseUrl: string;
  readonly #embedded: Embedded;
  readonly #directory: string;
  readonly #services: (ChildProcess | null)[] = [];

  private constructor(rabbit: Rabbit, embedded: Embedded, directory: string) {
    this.rabbit = rabbit;
    this.databaseUrl = embedded.ownerUrl;
    this.#embedded = embedded;
    this.#directory = directory;
  }

  static async open(): Promise<Stage> {
    const program = rabbitProgram();
    if (program === null) throw new Error('rabbitmq-server is not installed');
    const directory = await mkdtemp(join(tmpdir(), 'pochi-events-'));
    // When root runs it, the database's own user has to get in.
    await chmod(directory, 0o711);
    const log = createLog('warn');
    const embedded = await startEmbedded({ dataDir: directory, log });
    await migrate(embedded.ownerUrl, log);
    const rabbit = await Rabbit.create(program);
    await rabbit.start();
    const stage = new Stage(rabbit, embedded, directory);
    for (const signal of SIGNALS) process.on(signal, stage.#interrupted);
    return stage;
  }

  /** Starts the service on this port, with another way to the broker where one is given, and waits until it answers. */
  async startService(port: number, amqpUrl = this.rabbit.url): Promise<void> {
    const env = {
      ...process.env,
      DATABASE_URL: this.databaseUrl,
      AMQP_URL: amqpUrl,
      AMQP_EXCHANGE: EXCHANGE,
      AMQP_QUEUE: QUEUE,
      PORT: String(port),
      JWT_SECRET: SECRET,
      DEMO: 'off',
      RATE_LIMIT: '0',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
      // It would fall into the run.
      INTEGRITY_EVERY: '0',
    };
    const child = spawn(process.execPath, ['src/main.ts', 'start'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    this.#services[port] = child;
    while (child.exitCode === null && child.signalCode === null) {
      const healthy = await fetch(`http://127.0.0.1:${port}/api/v1/health`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (healthy) return;
      await delay(50);
    }
    throw new Error('the service did not start');
  }

  /** Seconds of processor time that everything on the stage has used so far, by part. */
  async processorTime(): Promise<Record<string, number>> {
    const of = async (pid: number | undefined) => (pid === undefined ? 0 : await processorSeconds(pid));
    const services = this.#services.flatMap((child) => child?.pid ?? []);
    const sum = async (pids: readonly number[]) => (await Promise.all(pids.map(of))).reduce((a, b) => a + b, 0);
    return {
      service: await sum(services),
      rabbitmq: await sum(await groupPids(this.rabbit.pid)),
      postgresql: await sum(await postgresPids(this.databaseUrl)),
      sender: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
    };
  }

  async killService(port: number): Promise<void> {
    await this.#end(port, 'SIGKILL');
  }

  async close(): Promise<void> {
    for (const signal of SIGNALS) process.off(signal, this.#interrupted);
    for (const port of Object.keys(this.#services)) await this.#end(Number(port), 'SIGTERM');
    await this.rabbit.remove();
    await this.#embedded.stop();
    for (const path of [this.#embedded.cluster, this.#directory]) await rm(path, { recursive: true, force: true });
  }

  readonly #interrupted = async (): Promise<void> => {
    await this.close();
    process.exit(130);
  };

  async #end(port: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#services[port];
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

/** From /proc: what a process has used, with those of its children that ended. */
async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

async function groupPids(group: number | undefined): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const groups = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
    }),
  );
  return pids.filter((_, i) => groups[i] === group);
}

async function postgresPids(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select pid from pg_stat_activity');
  await client.end();
  return rows.map(({ pid }) => pid);
}

/** The sum of a metric's values at a service; null where it does not answer. */
export async function metricAt(port: number, name: string): Promise<number | null> {
  const text = await fetch(`http://127.0.0.1:${port}/metrics`).then(
    (response) => response.text(),
    () => null,
  );
  if (text === null) return null;
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}
