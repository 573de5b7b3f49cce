/** The service as a child process on a port of its own: started, killed, stopped in its tracks, and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { SECRET } from '../support/http.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
/** A machine with much else to do takes its time. */
const PATIENCE_MS = 120_000;
/** Seldom enough that asking costs nothing of what is to become healthy. */
const ASKED_EVERY_MS = 20;

export interface ServiceProcessOptions {
  readonly port: number;
  /** Settings, over those that every service of the tests has. */
  readonly settings: Readonly<Record<string, string>>;
  /** A module that is loaded first and can be sent messages. */
  readonly preload?: string;
  /** The command line to run instead of that of this tree. */
  readonly main?: string;
}

export class ServiceProcess {
  readonly port: number;
  readonly base: string;
  readonly env: NodeJS.ProcessEnv;
  #main: string;
  readonly #preload: string | null;
  #child: ChildProcess | null = null;
  #said = '';

  constructor({ port, settings, preload, main = MAIN }: ServiceProcessOptions) {
    this.port = port;
    this.base = `http://127.0.0.1:${port}`;
    this.#main = main;
    this.#preload = preload ?? null;
    const { PATH, HOME } = process.env;
    this.env = {
      ...(PATH !== undefined && { PATH }),
      ...(HOME !== undefined && { HOME }),
      PORT: String(port),
      JWT_SECRET: new TextDecoder().decode(SECRET),
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      ...settings,
    };
  }

  /** Starts the service; resolves when it does its work, with the milliseconds that took. */
  async start(): Promise<number> {
    const started = performance.now();
    const child = this.#spawn('start');
    this.#child = child;
    this.#said = '';
    const running = new Promise<void>((resolve, reject) => {
      const hear = (text: string) => {
        // Enough to tell what went wrong.
        this.#said = (this.#said + text).slice(-4_000);
        if (this.#said.includes('Pochi is running')) resolve();
      };
      for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', hear);
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
      await delay(ASKED_EVERY_MS);
    }
    throw new Error(`the service is not healthy: ${this.#said}`);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Runs the next starts from another command line. */
  replaceBy(main: string): void {
    this.#main = main;
  }

  /** What the preloaded module is to do. */
  send(message: object): void {
    this.#child?.send(message);
  }

  /** What it answers to that; one question is asked at a time. */
  async ask<T>(message: object): Promise<T> {
    if (!this.#child) throw new Error('nothing runs that could be asked');
    this.#child.send(message);
    const [answer] = await once(this.#child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer as T;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Resolves when it is gone, for whatever reason. */
  async gone(): Promise<void> {
    if (this.#child && this.isRunning) await once(this.#child, 'exit');
  }

  /** Ends it, by force or as an operator would; resolves when it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const gone = this.gone();
    if (this.isRunning) this.signal(signal);
    await gone;
  }

  /** Runs another command of the command line beside the service; gives what it said. */
  async run(...args: string[]): Promise<{ code: number | null; output: string }> {
    const child = this.#spawn(...args);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    const [code] = await once(child, 'close');
    return { code, output };
  }

  #spawn(...args: string[]): ChildProcess {
    const withPreload = this.#preload !== null && args[0] === 'start';
    return spawn(
      process.execPath,
      [...(withPreload ? ['--import', this.#preload as string] : []), this.#main, ...args],
      {
        env: this.env,
        stdio: ['ignore', 'pipe', 'pipe', ...(withPreload ? (['ipc'] as const) : [])],
      },
    );
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
