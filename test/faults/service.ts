/** The real service as a child process with its own PostgreSQL, started, killed and started again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterPath } from '../../src/database/embedded/cluster.ts';
import { runningPostmaster } from '../../src/database/embedded/postmaster.ts';
import { attachEmbedded } from '../../src/database/embedded.ts';
import { SECRET } from '../support/http.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
const PATIENCE_MS = 60_000;

export type Victim = 'service' | 'database' | 'both';

export class Service {
  readonly base: string;
  readonly #dataDir: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #said = '';

  private constructor(dataDir: string, port: number) {
    this.base = `http://127.0.0.1:${port}`;
    this.#dataDir = dataDir;
    const { PATH, HOME } = process.env;
    this.#env = {
      ...(PATH !== undefined && { PATH }),
      ...(HOME !== undefined && { HOME }),
      DATA_DIR: dataDir,
      PORT: String(port),
      JWT_SECRET: new TextDecoder().decode(SECRET),
      DEMO: 'off',
      LOG_LEVEL: 'warn',
    };
  }

  /** Prepares a data directory and a port; nothing runs yet. */
  static async prepare(): Promise<Service> {
    const dataDir = await mkdtemp(join(tmpdir(), 'pochi-kill-'));
    // When root runs the tests, the database's own user has to get in.
    await chmod(dataDir, 0o711);
    return new Service(dataDir, await freePort());
  }

  /** Starts the service; resolves when it says that it runs, with the milliseconds that took. */
  async start(): Promise<number> {
    const started = performance.now();
    const child = spawn(process.execPath, [MAIN, 'start'], { env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#said = '';
    const running = new Promise<void>((resolve, reject) => {
      const hear = (text: string) => {
        // Enough to tell what went wrong.
        this.#said = (this.#said + text).slice(-4_000);
        if (this.#said.includes('Pochi is running')) resolve();
      };
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
      child.once('exit', (code, signal) =>
        reject(new Error(`the service ended with ${code ?? signal}: ${this.#said}`)),
      );
    });
    const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await running.finally(() => clearTimeout(impatience));
    await this.healthy();
    return performance.now() - started;
  }

  /** Resolves once the service says that it can do its work. */
  async healthy(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline) {
      const answer = await fetch(`${this.base}/api/v1/health`, { signal: AbortSignal.timeout(5_000) }).catch(
        () => null,
      );
      if (answer?.status === 200) return;
    }
    throw new Error(`the service is not healthy: ${this.#said}`);
  }

  /** Kills without warning: the service, every process of its database, or all of them; resolves when they are gone. */
  async kill(victim: Victim): Promise<void> {
    const database = victim === 'service' ? [] : await this.#databaseProcesses();
    const child = victim === 'database' ? null : this.#child;
    const gone = child ? once(child, 'exit') : null;
    child?.kill('SIGKILL');
    for (const pid of database) killIfThere(pid);
    await gone;
  }

  /** Runs `pochi verify`; gives its report, and whether it found the books sound. */
  async verify(): Promise<{ sound: boolean; report: string }> {
    const child = spawn(process.execPath, [MAIN, 'verify', '--json'], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let report = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (report += text));
    const [code] = await once(child, 'close');
    return { sound: code === 0, report };
  }

  /** The owner's login to the database, past the service. */
  async databaseUrl(): Promise<string> {
    const access = await attachEmbedded(this.#dataDir);
    if (!access) throw new Error('the database does not run');
    return access.ownerUrl;
  }

  /** Ends everything and removes what it wrote. */
  async remove(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
    for (const pid of await this.#databaseProcesses()) killIfThere(pid);
    for (const path of [await clusterPath(this.#dataDir), this.#dataDir])
      await rm(path, { recursive: true, force: true });
  }

  /** The server of this cluster and all its children. */
  async #databaseProcesses(): Promise<number[]> {
    const postmaster = await runningPostmaster(await clusterPath(this.#dataDir));
    if (!postmaster) return [];
    return [postmaster.pid, ...(await childrenOf(postmaster.pid))];
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(
    // A process may end while we look.
    pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')),
  );
  return pids.filter((_, i) => parents[i]?.includes(`\nPPid:\t${parent}\n`)).map(Number);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
