/** A RabbitMQ of the tests' own: started, killed and started again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from 'amqplib';

const START_TIMEOUT_MS = 90_000;

/** Debian puts a script before the server that gives up whatever environment it was started with. */
const PROGRAMS = ['/usr/lib/rabbitmq/bin', ...(process.env.PATH ?? '').split(delimiter)].map((directory) =>
  join(directory, 'rabbitmq-server'),
);

/** Null where it is not installed. */
export const rabbitProgram = (): string | null => PROGRAMS.find((path) => existsSync(path)) ?? null;

/** Someone in the group listens to a pipe of ours: when it ends, because we have ended in whatever way, so do they all. */
const BOUND_TO_US = '(cat <&3 >/dev/null; kill -KILL 0) & exec "$0" 3<&-';

export class Rabbit {
  readonly url: string;
  readonly #program: string;
  readonly #directory: string;
  readonly #environment: NodeJS.ProcessEnv;
  #process: ChildProcess | null = null;

  private constructor(program: string, directory: string, port: number, environment: NodeJS.ProcessEnv) {
    this.url = `amqp://guest:guest@127.0.0.1:${port}`;
    this.#program = program;
    this.#directory = directory;
    this.#environment = environment;
  }

  /** Makes one in a directory of its own, not yet started. */
  static async create(program: string): Promise<Rabbit> {
    const directory = await mkdtemp(join(tmpdir(), 'pochi-rabbit-'));
    const [port, distribution] = [await freePort(), await freePort()];
    const file = (name: string) => join(directory, name);
    await writeFile(
      file('rabbitmq.conf'),
      `listeners.tcp.local = 127.0.0.1:${port}\ndisk_free_limit.absolute = 50MB\n`,
    );
    for (const empty of ['env.conf', 'plugins']) await writeFile(file(empty), empty === 'plugins' ? '[].' : '');
    return new Rabbit(program, directory, port, {
      ...process.env,
      // Its cookie is kept there.
      HOME: directory,
      RABBITMQ_NODENAME: `pochi-${port}@localhost`,
      RABBITMQ_CONF_ENV_FILE: file('env.conf'),
      RABBITMQ_CONFIG_FILE: file('rabbitmq.conf'),
      RABBITMQ_ENABLED_PLUGINS_FILE: file('plugins'),
      RABBITMQ_MNESIA_BASE: file('data'),
      RABBITMQ_MNESIA_DIR: file('data/node'),
      RABBITMQ_LOG_BASE: file('log'),
      RABBITMQ_PID_FILE: file('pid'),
      RABBITMQ_FEATURE_FLAGS_FILE: file('feature_flags'),
      RABBITMQ_DIST_PORT: String(distribution),
    });
  }

  /** The leader of its group of processes. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Resolves when it takes connections. */
  async start(): Promise<void> {
    // The program starts the real one as its child: both are one group, and are killed together.
    this.#process = spawn('/bin/sh', ['-c', BOUND_TO_US, this.#program], {
      env: this.#environment,
      cwd: this.#directory,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    });
    const until = performance.now() + START_TIMEOUT_MS;
    for (;;) {
      try {
        await (await connect(this.url)).close();
        return;
      } catch (error) {
        if (this.#process.exitCode !== null || performance.now() > until) throw error;
        await delay(200);
      }
    }
  }

  /** As if the power were cut. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it, and removes its data. */
  async remove(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-(child.pid as number), signal);
    await ended;
    child.stdio[3]?.destroy();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
