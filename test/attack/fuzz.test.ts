/**
 * Requests made from our own OpenAPI document, of every operation in it; `npm run attack:fuzz` sends more of them.
 * ATTACK_RUNS requests an operation, ATTACK_SEED to send the same ones again, ATTACK_ONLY for operations of these names,
 * ATTACK_PART such as `1/2` for every second one, ATTACK_COSTLY for as many of those that cost as of any other,
 * ATTACK_FIGURES for a file that gets what was measured.
 */
import { writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { pdfThreadRuns } from '../../src/faces/http/paper/pdf.ts';
import { collectGarbage, type Kept, memoryKept } from '../support/memory.ts';
import { until } from '../support/until.ts';
import type { ApiOperation } from './api.ts';
import { SHARES } from './costly.ts';
import { dump } from './dump.ts';
import type { OperationFigures, PartFigures } from './figures.ts';
import { inWorld, keep, kept } from './found.ts';
import { CARD } from './nasty.ts';
import { requestsOf } from './requests.ts';
import { openTarget } from './target.ts';
import { makeWorld, type World } from './world.ts';

const runs = Number(process.env.ATTACK_RUNS ?? 40);
const seed = Number(process.env.ATTACK_SEED ?? Date.now() % 2 ** 31);
const only = process.env.ATTACK_ONLY?.split(',');
const [part, parts] = (process.env.ATTACK_PART ?? '1/1').split('/').map(Number) as [number, number];
const ENOUGH_MS = 4 * 3600_000;
/** Requests of each operation after which all is loaded, compiled and remembered that ever will be; as many of the costly ones as they get. */
const WARM_UP = 1_000;
const LATE_MS = 1_000;
const MOST_GROWTH_MIB = 50;
const long = runs > WARM_UP;

const SECRET = `${CARD}|eyJ[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.]`;
const isSecret = (line: string) => new RegExp(SECRET).test(line);

const target = await openTarget(isSecret);
const attacked = target.operations
  .filter(({ id }) => !only || only.includes(id))
  .filter((_, index) => index % parts === part - 1);
const figures: OperationFigures[] = [];
let growth: Kept | null = null;
afterAll(async () => {
  const { ATTACK_FIGURES: file } = process.env;
  if (file) writeFileSync(file, JSON.stringify({ seed, growth, figures } satisfies PartFigures));
  await target.close();
});

/** Reads use nothing up, so that the next operation finds the same. */
let unused: World | null = null;

async function attack(operation: ApiOperation, numRuns: number, from: number): Promise<void> {
  const world = unused ?? (await makeWorld(target.server));
  unused = operation.method === 'GET' ? world : null;
  await target.writes();
  const roles = target.rolesOf(operation);
  const began = performance.now();
  let sent = 0;
  let slowest = 0;
  let late = 0;
  const check = await fc.check(
    fc.asyncProperty(requestsOf(operation, world.known, roles), async (request) => {
      const { faults, tookMs, cpuMs } = await target.attack(operation, request, world.customer);
      sent += 1;
      slowest = Math.max(slowest, tookMs);
      if (tookMs > LATE_MS) {
        late += 1;
        console.warn(`${operation.id} took ${tookMs | 0} ms, ${cpuMs | 0} of them work: ${JSON.stringify(request)}`);
      }
      // As often as in the warm-up, so that what is measured behind both is what stays, and not the most garbage there was at once.
      if (long && sent % WARM_UP === 0) collectGarbage();
      if (faults.length > 0) throw new Error(faults.join('\n'));
    }),
    { numRuns, seed: from, interruptAfterTimeLimit: ENOUGH_MS },
  );
  const seconds = (performance.now() - began) / 1000;
  const [request] = check.counterexample ?? [];
  const { message } = (check.errorInstance ?? {}) as Partial<Error>;
  figures.push({
    id: operation.id,
    sent,
    seconds,
    slowest,
    late,
    held: long ? Math.round(memoryKept().resident) : null,
    fault: message ?? null,
  });
  if (!check.failed) return;
  if (request) keep(request, message?.split('\n') ?? [], world);
  expect.fail(`${message}\n${JSON.stringify(request, null, 2)}\nseed ${from}, path ${check.counterexamplePath}`);
}

const shareOf = ({ id }: ApiOperation, count: number) =>
  process.env.ATTACK_COSTLY ? count : Math.ceil(count * (SHARES[id] ?? 1));

describe(`${Math.min(runs, WARM_UP)} requests from seed ${seed}`, () => {
  test.each(attacked)('$id', { timeout: ENOUGH_MS }, (operation) =>
    attack(operation, shareOf(operation, Math.min(runs, WARM_UP)), seed),
  );
});

describe.runIf(long)(`${runs - WARM_UP} more`, () => {
  let warm: Kept;
  // The thread that makes papers has its own memory, and gives it back by ending.
  test('from here on memory counts', async () => {
    await until(() => !pdfThreadRuns());
    warm = memoryKept();
  });

  test.each(attacked)('$id', { timeout: ENOUGH_MS }, (operation) =>
    attack(operation, shareOf(operation, runs - WARM_UP), seed + 1),
  );

  test('none of it stays in memory', async () => {
    await until(() => !pdfThreadRuns());
    const { resident, objects } = memoryKept();
    growth = { resident: resident - warm.resident, objects: objects - warm.objects };
    expect(growth.resident).toBeLessThan(MOST_GROWTH_MIB);
  });
});

test.each(only || part > 1 ? [] : kept())('$name is answered rightly now', async ({ request }) => {
  const operation = target.operations.find(({ id }) => id === request.operation);
  if (!operation) throw new Error(`there is no ${request.operation} any more: remove what was kept of it`);
  const world = await makeWorld(target.server);
  await target.writes();
  expect(await target.attack(operation, inWorld(request, world), world.customer)).toMatchObject({ faults: [] });
});

test('no card number and no token is in what was logged, or in any table', { timeout: ENOUGH_MS }, async () => {
  expect(target.lines).toEqual([]);
  expect(await dump(target.server.database.owner, SECRET)).toEqual([]);
});
