/** The service under load, as a user runs it: a process of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { readConfig } from '../src/config.ts';
import { signToken } from '../src/tokens.ts';
import type { LoadFigures, LoadOrder } from './http-load.ts';

export interface BenchService {
  readonly port: number;
  readonly token: string;
  /** Microseconds of CPU that its process has taken so far. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

const SECRET = 'a secret for the bench, not for anything else';

export interface BenchServiceOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** For Node itself. */
  readonly flags?: readonly string[];
}

export async function startBenchService(
  databaseUrl: string,
  { env: more = {}, flags = [] }: BenchServiceOptions = {},
): Promise<BenchService> {
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    JWT_SECRET: SECRET,
    DEMO: 'off',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'warn',
    // It would fall into one of the roads and not into the others.
    INTEGRITY_EVERY: '0',
    ...more,
  };
  const child = spawn(process.execPath, [...flags, 'src/main.ts', 'start'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilHealthy(port, child);
  const token = await signToken(readConfig(env), { role: 'service', subject: 'bench' });
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { port, token, cpu: () => cpuOf(child), stop };
}

/** Runs the load in a process of its own. */
export async function load(order: LoadOrder): Promise<LoadFigures> {
  const script = new URL('http-load.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(order)]);
  return JSON.parse(stdout);
}

const TICK_US = 10_000;

/** User and system time, from where Linux tells them; not a number elsewhere. */
async function cpuOf({ pid }: ChildProcess): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_US;
}

async function untilHealthy(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const healthy = await fetch(`http://127.0.0.1:${port}/api/v1/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (healthy) return;
    await delay(50);
  }
  throw new Error('the service did not start');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
