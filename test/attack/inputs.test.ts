/** Fixed bad inputs by family: each is refused as its operation declares, at once, and leaves nothing behind. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Poison, parseMessage } from '../../src/faces/amqp/parse.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import { memoryKept } from '../support/memory.ts';
import { amounts } from './inputs/amounts.ts';
import { bodies } from './inputs/bodies.ts';
import { currencies } from './inputs/currencies.ts';
import { dates } from './inputs/dates.ts';
import { events } from './inputs/events.ts';
import { headers } from './inputs/headers.ts';
import { ids } from './inputs/ids.ts';
import type { BadInput } from './inputs/input.ts';
import { documents } from './inputs/json.ts';
import { paging } from './inputs/paging.ts';
import { tokens } from './inputs/tokens.ts';
import { CARD } from './nasty.ts';
import { faultsOf } from './rule.ts';
import { openTarget, type Target } from './target.ts';
import { makeWorld, type World } from './world.ts';

/** How many each family has, all of them different: a family only grows, and says so here. */
const FAMILIES: readonly [name: string, count: number, make: (world: World) => BadInput[] | Promise<BadInput[]>][] = [
  // First, as they need more memory than any other.
  ['bodies', 77, bodies],
  ['amounts', 403, amounts],
  ['currencies', 255, currencies],
  ['ids', 328, ids],
  ['JSON documents', 250, documents],
  ['dates', 150, dates],
  ['keys and headers', 152, headers],
  ['tokens', 152, tokens],
  ['paging', 84, paging],
];
const EVENTS = 329;

test('there are two thousand of them and more', () => {
  expect(FAMILIES.reduce((sum, [, count]) => sum + count, EVENTS)).toBe(2180);
});

let target: Target;
let world: World;
/** Of a process that has served some hundred requests. */
let warm = 0;
beforeAll(async () => {
  target = await openTarget();
  world = await makeWorld(target.server);
});
afterAll(() => target.close());

/** What is wrong with the answers, a line each. */
async function faults(inputs: readonly BadInput[]): Promise<string[]> {
  const found: string[] = [];
  await target.writes();
  for (const { name, request, status } of inputs) {
    const operation = target.operations.find(({ id }) => id === request.operation);
    if (!operation) throw new Error(`there is no operation ${request.operation}`);
    const answer = await target.send(operation, request, world.customer);
    const wrong = faultsOf(operation, answer);
    if (answer.status < 400) wrong.push(`${answer.status}: it was taken`);
    if (status !== undefined && answer.status !== status) wrong.push(`${answer.status}, not ${status}`);
    if (wrong.length > 0) found.push(`${name} => ${wrong.join('; ')}`);
  }
  const written = await target.writes();
  if (written.length > 0) found.push(`${written.join(', ')} was written to`);
  return found;
}

test.each(FAMILIES)('%s: %i', async (_name, count, make) => {
  const inputs = await make(world);
  expect(new Set(inputs.map(({ request }) => JSON.stringify(request))).size).toBe(count);
  expect(await faults(inputs)).toEqual([]);
  warm ||= memoryKept().resident;
});

test(`messages: ${EVENTS}`, async () => {
  const assets = new AssetRegistry(target.server.database.app);
  await assets.refresh();
  const messages = events();
  const different = new Set(messages.map(({ routingKey, content }) => `${routingKey} ${content.toString('hex')}`));
  expect(different.size).toBe(EVENTS);
  const taken: string[] = [];
  for (const { name, routingKey, content } of messages) {
    const reason = await parseMessage(routingKey, content, { assets, defaultCurrency: 'USD' }).catch((error) => error);
    if (!(reason instanceof Poison))
      taken.push(`${name} => ${reason instanceof Error ? reason.stack : 'it was taken'}`);
    else if (reason.message.includes(CARD)) taken.push(`${name} => the reason repeats a card number`);
  }
  expect(taken).toEqual([]);
});

test('none of it stays in memory, or comes to the log', () => {
  expect(memoryKept().resident - warm).toBeLessThan(50);
  expect(target.lines.filter((line) => !line.startsWith('{"level":"info"'))).toEqual([]);
});
