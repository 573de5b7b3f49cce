/** The real service as a child process with its own PostgreSQL, started, killed and started again on the same data. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterPath } from '../../src/database/embedded/cluster.ts';
import { runningPostmaster } from '../../src/database/embedded/postmaster.ts';
import { attachEmbedded } from '../../src/database/embedded.ts';
import { until } from '../support/until.ts';
import { endDatabase, signalDatabase } from './database-processes.ts';
import { freePort, ServiceProcess } from './service-process.ts';

export type Victim = 'service' | 'database' | 'both';

export class Service {
  readonly #dataDir: string;
  readonly #process: ServiceProcess;

  private constructor(dataDir: string, port: number, settings: Readonly<Record<string, string>>) {
    this.#dataDir = dataDir;
    this.#process = new ServiceProcess({ port, settings: { ...settings, DATA_DIR: dataDir } });
  }

  /** Prepares a data directory, in this one where it is given, and a port; nothing runs yet. */
  static async prepare(settings: Readonly<Record<string, string>> = {}, parent = tmpdir()): Promise<Service> {
    const dataDir = await mkdtemp(join(parent, 'pochi-kill-'));
    // When root runs the tests, the database's own user has to get in.
    await chmod(dataDir, 0o711);
    return new Service(dataDir, await freePort(), settings);
  }

  get base(): string {
    return this.#process.base;
  }

  get port(): number {
    return this.#process.port;
  }

  get isRunning(): boolean {
    return this.#process.isRunning;
  }

  /** Starts the service; resolves when it does its work, with the milliseconds that took. */
  start(): Promise<number> {
    return this.#process.start();
  }

  /** Resolves once the service says that it can do its work. */
  healthy(): Promise<void> {
    return this.#process.healthy();
  }

  /** Kills without warning: the service, every process of its database, or all of them; resolves when they are gone. */
  async kill(victim: Victim): Promise<void> {
    const gone = victim === 'database' ? null : this.#process.end('SIGKILL');
    if (victim !== 'service') await this.#killDatabase();
    await gone;
  }

  /**
   * Kills the database, with or without the service, and does this to its files before anybody starts it again. A service
   * that stays is held still meanwhile, since it would start its database at once.
   */
  async cutPower(victim: Victim, forget: () => Promise<void>): Promise<void> {
    if (victim === 'database') this.#process.signal('SIGSTOP');
    else await this.#process.end('SIGKILL');
    try {
      await endDatabase(await clusterPath(this.#dataDir));
      await forget();
    } finally {
      this.#process.signal('SIGCONT');
    }
  }

  /** Resolves when the database takes connections. */
  async databaseUp(patience?: number): Promise<void> {
    const cluster = await clusterPath(this.#dataDir);
    await until(async () => (await runningPostmaster(cluster))?.ready === true, patience);
  }

  /** Runs `pochi verify`; gives its report, and whether it found the books sound. */
  async verify(): Promise<{ sound: boolean; report: string }> {
    const { code, output } = await this.#process.run('verify', '--json');
    return { sound: code === 0, report: output };
  }

  /** The owner's login to the database, past the service. */
  async databaseUrl(): Promise<string> {
    const access = await attachEmbedded(this.#dataDir);
    if (!access) throw new Error('the database does not run');
    return access.ownerUrl;
  }

  /** Ends everything and removes what it wrote. */
  async remove(): Promise<void> {
    await this.#process.end('SIGTERM');
    await this.#killDatabase();
    for (const path of [await clusterPath(this.#dataDir), this.#dataDir])
      await rm(path, { recursive: true, force: true });
  }

  async #killDatabase(): Promise<void> {
    await signalDatabase(await clusterPath(this.#dataDir), 'SIGKILL');
  }
}
