/** What is asked of every route at once, whichever are added: test/attack/security.md names the tests of the rest. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as fc from 'fast-check';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECRET } from '../support/http.ts';
import { dump } from './dump.ts';
import { FOREIGN_NAMES, INJECTIONS } from './nasty.ts';
import { openTarget, type Target } from './target.ts';
import { jsonText, Pairs } from './text.ts';
import { valid } from './values.ts';
import { makeWorld, type World } from './world.ts';

let target: Target;
let world: World;
beforeAll(async () => {
  target = await openTarget();
  world = await makeWorld(target.server);
});
afterAll(() => target.close());

const call = (method: 'GET' | 'POST' | 'PATCH', url: string, body?: object) =>
  target.server.call(method, url, { as: 'admin', ...(body && { body }) });

test('no operation lets its caller set what is not theirs to set', async () => {
  const takers = target.operations.filter(({ body }) => body?.additionalProperties === false);
  expect(takers.length).toBeGreaterThan(30);
  await target.writes();
  const taken: string[] = [];
  for (const operation of takers) {
    const [body] = fc.sample(valid(operation.body, world.known), { seed: 1, numRuns: 1 }) as object[];
    const url = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => String(world.known[name]?.[0] ?? 'x'));
    const roles = target.rolesOf(operation);
    const role = roles.includes('admin') ? 'admin' : (roles[0] ?? null);
    for (const name of FOREIGN_NAMES.filter((one) => !(one in operation.body.properties))) {
      const request = {
        operation: operation.id,
        url,
        role,
        headers: { 'content-type': 'application/json' },
        body: jsonText(new Pairs([...Object.entries(body as object), [name, 1]])),
      };
      const { status, text } = await target.send(operation, request, world.customer);
      if (status !== 400 || !text.includes('is not known here'))
        taken.push(`${operation.id} ${name}: ${status} ${text}`);
    }
  }
  expect(taken).toEqual([]);
  expect(await target.writes()).toEqual([]);
});

test('an address of keys in a token is never asked', async () => {
  let asked = 0;
  const keys = createServer((_request, response) => {
    asked += 1;
    response.end('{"keys":[]}');
  }).listen(0, '127.0.0.1');
  await once(keys, 'listening');
  const address = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`;
  for (const name of ['jku', 'x5u']) {
    const token = await new SignJWT({ role: 'admin' })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', [name]: address })
      .setSubject('admin')
      .setIssuer('pochi')
      .setAudience('pochi')
      .setExpirationTime('1h')
      .sign(SECRET);
    const { status } = await target.server.call('GET', '/api/v1/assets', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(status).toBe(401);
  }
  keys.close();
  expect(asked).toBe(0);
});

describe('what means something to others stays a text', () => {
  const texts = INJECTIONS.filter((text) => !/[\r\n]/.test(text));

  test.each(texts)('%s as a name, a note and metadata', async (text) => {
    const customer_id = `i${texts.indexOf(text)}`;
    await call('POST', '/api/v1/customers', { customer_id, name: text, note: text });
    const found = await call('GET', `/customers/search?id=${customer_id}`);
    expect(JSON.stringify(found.json)).toContain(JSON.stringify(text).slice(1, -1));
    const body = {
      user_id: customer_id,
      asset_code: 'USD',
      amount: 1,
      reference_id: customer_id,
      metadata: { [text]: text },
    };
    const { json } = await call('POST', '/api/v1/wallets/topup', body);
    const read = await call('GET', `/api/v1/transactions/${json.data.transaction_id}`);
    expect(read.json.data.metadata).toEqual({ [text]: text });
    const search = await call('GET', `/customers/search?q=${encodeURIComponent(text)}`);
    expect(search.status).toBeLessThan(500);
  });

  test('and no table is gone', async () => {
    const { rows } = await target.server.database.owner.query('select count(*) from entries');
    expect(rows[0].count).toBeGreaterThan(0n);
  });
});

test('of a customer who is erased, nothing personal is left in any table', async () => {
  const personal = {
    name: 'Zuhura Personalname',
    nickname: 'Zuzupersonal',
    email: 'zuhura.personal@example.com',
    phone_number: '+255799123987',
    customer_code: 'CODE-PERSONAL-1',
    city: 'Personalcity',
    region: 'Personalregion',
    address: 'Personal Street 7',
    note: 'likes personal tea',
  };
  await call('POST', '/api/v1/customers', { customer_id: 'erased', ...personal });
  await call('PATCH', '/api/v1/customers/erased', { city: 'Secondpersonalcity' });
  const money = { user_id: 'erased', asset_code: 'USD', amount: 500, reference_id: 'erased-1' };
  const { json } = await call('POST', '/api/v1/wallets/topup', money);
  const values = [...Object.values(personal), 'Secondpersonalcity'];
  const kept = async () =>
    (await dump(target.server.database.owner)).filter((line) => values.some((value) => line.includes(value)));
  expect((await kept()).length).toBeGreaterThan(0);
  const erased = await call('POST', '/api/v1/customers/erased/erase', { reason: 'asked_for_it' });
  expect([erased.status, erased.json]).toMatchObject([201, { success: true }]);
  expect(await kept()).toEqual([]);
  expect(target.lines.filter((line) => values.some((value) => line.includes(value)))).toEqual([]);
  // The books stay whole.
  expect((await call('GET', `/api/v1/transactions/${json.data.transaction_id}`)).status).toBe(200);
});
