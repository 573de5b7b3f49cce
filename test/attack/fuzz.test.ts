/**
 * Requests made from our own OpenAPI document, of every operation in it; `npm run attack:fuzz` sends more of them.
 * ATTACK_RUNS requests an operation, ATTACK_SEED to send the same ones again, ATTACK_ONLY for operations of these names.
 */
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { dump } from './dump.ts';
import { inWorld, keep, kept } from './found.ts';
import { CARD } from './nasty.ts';
import { requestsOf } from './requests.ts';
import { openTarget } from './target.ts';
import { makeWorld, type World } from './world.ts';

const runs = Number(process.env.ATTACK_RUNS ?? 40);
const seed = Number(process.env.ATTACK_SEED ?? Date.now() % 2 ** 31);
const only = process.env.ATTACK_ONLY?.split(',');
/** What costs on purpose, or works through the books, is sent a part of them. */
const COSTLY: Readonly<Record<string, number>> = {
  approvalCreate: 0.1,
  approverPinSet: 0.1,
  integrityRun: 0.05,
  walletIntegrityRead: 0.1,
  statementPrint: 0.2,
  receiptPrint: 0.2,
  sharedReceiptPrint: 0.2,
};
const ENOUGH_MS = 4 * 3600_000;

const target = await openTarget();
afterAll(() => target.close());
const attacked = target.operations.filter(({ id }) => !only || only.includes(id));

/** Reads use nothing up, so that the next operation finds the same. */
let unused: World | null = null;

describe(`${runs} requests from seed ${seed}`, () => {
  test.each(attacked)('$id', { timeout: ENOUGH_MS }, async (operation) => {
    const world = unused ?? (await makeWorld(target.server));
    unused = operation.method === 'GET' ? world : null;
    await target.writes();
    const roles = target.rolesOf(operation);
    const check = await fc.check(
      fc.asyncProperty(requestsOf(operation, world.known, roles), async (request) => {
        const faults = await target.attack(operation, request, world.customer);
        if (faults.length > 0) throw new Error(faults.join('\n'));
      }),
      { numRuns: Math.ceil(runs * (COSTLY[operation.id] ?? 1)), seed, interruptAfterTimeLimit: ENOUGH_MS },
    );
    if (!check.failed) return;
    const [request] = check.counterexample ?? [];
    const { message } = check.errorInstance as Error;
    if (request) keep(request, message.split('\n'), world);
    expect.fail(`${message}\n${JSON.stringify(request, null, 2)}\nseed ${seed}, path ${check.counterexamplePath}`);
  });
});

test.each(only ? [] : kept())('$name is answered rightly now', async ({ request }) => {
  const operation = target.operations.find(({ id }) => id === request.operation);
  if (!operation) throw new Error(`there is no ${request.operation} any more: remove what was kept of it`);
  const world = await makeWorld(target.server);
  await target.writes();
  expect(await target.attack(operation, inWorld(request, world), world.customer)).toEqual([]);
});

test('no card number and no token is in what was logged, or in any table', async () => {
  const isSecret = (line: string) => line.includes(CARD) || /eyJ[\w-]+\.[\w-]+\./.test(line);
  expect(target.lines.filter(isSecret)).toEqual([]);
  expect((await dump(target.server.database.owner)).filter(isSecret)).toEqual([]);
});
