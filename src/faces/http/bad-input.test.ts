import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer, tokenOf } from '../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const ROUTES = ['topup', 'bonus', 'spend'];
const send = (route: string, body: string, headers: Record<string, string> = {}) =>
  server.call('POST', `/api/v1/wallets/${route}`, { as: 'service', body, headers });

const bodyWith = (field: string, literal: string): string => {
  const fields = { user_id: '"bad"', asset_code: '"USD"', amount: '5', reference_id: '"bad-1"', [field]: literal };
  return `{${Object.entries(fields)
    .map(([key, value]) => `"${key}":${value}`)
    .join()}}`;
};

async function recorded(): Promise<bigint> {
  const { rows } = await server.database.owner.query<{ count: bigint }>('select count(*) from operations');
  return rows[0]?.count ?? -1n;
}

const AMOUNTS = [
  '0',
  '-0',
  '-1',
  '1.5',
  '1.0',
  '0.1',
  '1e2',
  '1E2',
  '01',
  '"1"',
  '""',
  'null',
  'true',
  '[]',
  '[1]',
  '{}',
  'NaN',
  '9007199254740993',
  '9007199254740992',
  '9223372036854775808',
  '1000000000001',
  `1${'0'.repeat(400)}`,
  `0.${'0'.repeat(60)}1`,
];

const TEXTS: [string, string][] = [
  ['user_id', '"a\\u0000b"'],
  ['user_id', '"a\\ud800b"'],
  ['user_id', '"a b"'],
  ['user_id', '""'],
  ['user_id', '"аlice"'],
  ['user_id', '42'],
  ['user_id', `"${'a'.repeat(101)}"`],
  ['user_id', '"\'; drop table entries; --"'],
  ['asset_code', '"usd"'],
  ['asset_code', '"US\\u0000D"'],
  ['asset_code', 'null'],
  ['reference_id', '"a b"'],
  ['reference_id', '"é"'],
  ['reference_id', '"\\u0000"'],
  ['reference_id', `"${'r'.repeat(101)}"`],
  ['metadata', '[]'],
  ['metadata', '"text"'],
  ['metadata', '1.50'],
  ['metadata', 'null'],
  ['metadata', `{"a":"${'x'.repeat(8192)}"}`],
];

describe.each(ROUTES)('%s', (route) => {
  test.each(AMOUNTS)('refuses the amount %s by its name', async (literal) => {
    const { status, json } = await send(route, bodyWith('amount', literal));
    expect([status, json.code, json.errors[0].field]).toEqual([400, 'VALIDATION_ERROR', 'amount']);
  });

  test.each(TEXTS)('refuses %s %s by its name', async (field, literal) => {
    const { status, json } = await send(route, bodyWith(field, literal));
    expect([status, json.code, json.errors[0].field]).toEqual([400, 'VALIDATION_ERROR', field]);
  });

  test('refuses duplicate keys by their name', async () => {
    const { status, json } = await send(route, '{"user_id":"bad","amount":1,"amount":1}');
    expect([status, json.errors]).toEqual([400, [{ field: 'amount', message: 'this key is there twice' }]]);
  });

  test('names every field that is missing', async () => {
    const { status, json } = await send(route, '{}');
    expect([status, json.errors.map(({ field }: { field: string }) => field)]).toEqual([
      400,
      ['user_id', 'asset_code', 'amount'],
    ]);
  });

  test.each(['', 'null', '[]', '"text"', '{', '{} {}', '\ufeff{}', '['.repeat(10_000)])(
    'refuses the body %j',
    async (body) => {
      expect((await send(route, body)).status).toBe(400);
    },
  );

  test('refuses a body of 2 MiB with 413', async () => {
    const { status, json } = await send(route, `{"user_id":"${'a'.repeat(2 * 1024 * 1024)}"}`);
    expect([status, json.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  test('refuses what is not plain JSON with 415', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml']) {
      const { status, json } = await send(route, bodyWith('amount', '5'), { 'content-type': type });
      expect([status, json.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    }
    const zipped = await server.app.inject({
      method: 'POST',
      url: `/api/v1/wallets/${route}`,
      headers: {
        ...(await authorization()),
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      payload: gzipSync(bodyWith('amount', '5')),
    });
    expect(zipped.statusCode).toBe(415);
  });

  test('refuses bytes that are not UTF-8', async () => {
    const { statusCode } = await server.app.inject({
      method: 'POST',
      url: `/api/v1/wallets/${route}`,
      headers: { ...(await authorization()), 'content-type': 'application/json' },
      payload: Buffer.concat([Buffer.from('{"user_id":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
    });
    expect(statusCode).toBe(400);
  });
});

async function authorization(): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await tokenOf({ role: 'service' })}` };
}

test('the body that all of these were made from is a good one', async () => {
  const before = await recorded();
  expect((await send('topup', bodyWith('amount', '5'))).status).toBe(201);
  expect(await recorded()).toBe(before + 1n);
});

test('nothing of what was refused is left behind', async () => {
  expect(await recorded()).toBe(1n);
  const { rows } = await server.database.owner.query("select from accounts where owner <> 'bad' and owner <> ''");
  expect(rows).toHaveLength(0);
});
