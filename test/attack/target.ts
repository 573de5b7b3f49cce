/** A service under attack: every answer with what it took and what it wrote. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../src/log.ts';
import type { Role } from '../../src/tokens.ts';
import { openServer, SETTINGS, type TestServer, tokenOf } from '../support/http.ts';
import { until } from '../support/until.ts';
import { type ApiOperation, operationsOf } from './api.ts';
import type { AttackRequest } from './requests.ts';
import { type Answered, faultsOf } from './rule.ts';
import { watchWrites } from './writes.ts';

export interface Verdict {
  /** What is wrong with the answer, a sentence each. */
  readonly faults: readonly string[];
  /** What whoever asked waited for it, by the clock. */
  readonly tookMs: number;
  /** What of that the service worked. */
  readonly cpuMs: number;
}

export interface Target {
  readonly server: TestServer;
  readonly operations: readonly ApiOperation[];
  /** Every line that it logged, or of them those that are kept. */
  readonly lines: readonly string[];
  rolesOf(operation: ApiOperation): readonly Role[];
  /** The answer to a request, judged. */
  attack(operation: ApiOperation, request: AttackRequest, customer: string): Promise<Verdict>;
  /** The answer alone, without what it wrote. */
  send(operation: ApiOperation, request: AttackRequest, customer: string): Promise<Answered>;
  /** The tables that were written to since this was asked, or an attack was made. */
  writes(): Promise<string[]>;
  close(): Promise<void>;
}

/** `keeps` says which lines of the log matter: all of them would fill the memory in a long run. */
export async function openTarget(keeps: (line: string) => boolean = () => true): Promise<Target> {
  const lines: string[] = [];
  const keep = (line: string) => {
    if (keeps(line)) lines.push(line);
  };
  // Few accounts are remembered, so that the engine's memory of them is full before anything is measured.
  // Whether a console was built here must make no difference.
  const folder = await mkdtemp(join(tmpdir(), 'pochi-no-console-'));
  const settings = { ...SETTINGS, console: { environment: 'development', oidc: null, folder } } as const;
  const server = await openServer({ log: createLog('debug', keep), settings }, { settings: { remembered: 1_000 } });
  const writes = await watchWrites(server.database.owner);
  const nothingRuns = async () =>
    (await server.database.owner.query(`select from integrity_runs where status = 'RUNNING'`)).rowCount === 0;
  const send = (operation: ApiOperation, request: AttackRequest, customer: string) =>
    answered(server, operation, request, customer);
  return {
    server,
    operations: await operationsOf(server),
    lines,
    rolesOf: (operation) => rolesOf(server, operation),
    send,
    attack: async (operation, request, customer) => {
      const answer = await send(operation, request, customer);
      // What goes on behind its answer writes for this request, and not for the next one.
      if (answer.status === 202) await until(nothingRuns);
      const faults = faultsOf(operation, { ...answer, written: await writes.since() });
      return { faults, tookMs: answer.tookMs, cpuMs: answer.cpuMs };
    },
    writes: writes.since,
    async close() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

const tokens = new Map<string, Promise<string>>();

function tokenFor(role: Role, customer: string): Promise<string> {
  const subject = role === 'customer' ? customer : role;
  const key = `${role} ${subject}`;
  const token = tokens.get(key) ?? tokenOf({ role, subject });
  tokens.set(key, token);
  return token;
}

/** What goes through all of the books takes what they take, in a thread of its own; its answer costs the thread that answers. */
const WORKS_IN_A_THREAD: ReadonlySet<string> = new Set(['integrityRun']);

async function answered(
  { app }: TestServer,
  { id, method }: ApiOperation,
  { url, role, headers, body }: AttackRequest,
  customer: string,
): Promise<Answered> {
  const usage = WORKS_IN_A_THREAD.has(id) ? process.threadCpuUsage : process.cpuUsage;
  const authorization = role && `Bearer ${await tokenFor(role, customer)}`;
  const start = performance.now();
  const cpu = usage();
  const response = await app.inject({
    method,
    url,
    headers: { ...(authorization && { authorization }), ...headers },
    ...(body !== null && { payload: body }),
  });
  const tookMs = performance.now() - start;
  const { user, system } = usage(cpu);
  return {
    status: response.statusCode,
    contentType: String(response.headers['content-type'] ?? ''),
    text: response.body,
    tookMs,
    cpuMs: (user + system) / 1000,
    written: [],
  };
}

function rolesOf({ app }: TestServer, { method, path }: ApiOperation): readonly Role[] {
  const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
  const route = app.routes.find((one) => one.method === method && one.url === url);
  const access = route?.config?.access;
  return typeof access === 'object' ? access.roles : [];
}
