/** Every operation, for every role and for nobody, on the caller's own things, on another's, and on what is not there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLIENT_ROUTES, FIXED_FILES, HASHED_FILES } from '../../../src/faces/http/console/serve.ts';
import { ROLES, type Role } from '../../../src/tokens.ts';
import type { ApiOperation } from '../api.ts';
import { type Answered, faultsOf } from '../rule.ts';
import { openTarget, type Target } from '../target.ts';
import { type Ask, type Row, rightOf } from './row.ts';
import { OPEN, ROWS } from './rows.ts';
import { NOBODYS, Shop, type Things } from './things.ts';

let target: Target;
let shop: Shop;
let alices: Things;
let bobs: Things;
beforeAll(async () => {
  target = await openTarget();
  shop = new Shop(target.server);
  alices = await shop.thingsOf('alice-of-the-table');
  bobs = await shop.thingsOf('bob-of-the-table');
});
afterAll(() => target.close());

/** What the document leaves out is for everybody, but for the metrics. */
const HIDDEN = [
  'GET /metrics',
  'GET /api/openapi.json',
  'GET /reference',
  'GET /reference/',
  'GET /reference/js/scalar.js',
  ...[...CLIENT_ROUTES, ...FIXED_FILES, HASHED_FILES].map((url) => `GET ${url}`),
];

/** As alice where it is a customer. What is refused has written nothing, and every answer is as its operation declares. */
async function sent(operation: ApiOperation, ask: Ask, role: Role | null): Promise<Answered> {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (place, name) => String(ask.path?.[name] ?? place));
  const query = new URLSearchParams(
    Object.entries(ask.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const request = {
    operation: operation.id,
    url: query.size > 0 ? `${path}?${query}` : path,
    role,
    headers: { ...(ask.body && { 'content-type': 'application/json' }) },
    body: ask.body ? JSON.stringify(ask.body) : null,
  };
  await target.writes();
  const answer = await target.send(operation, request, alices.customer);
  expect(faultsOf(operation, { ...answer, written: await target.writes() })).toEqual([]);
  return answer;
}

const codeOf = ({ text }: Answered): string | undefined => {
  const body = JSON.parse(text);
  return body.code ?? body.details?.code;
};
const told = (answer: Answered) => [answer.status, codeOf(answer)];

/** A text with whose things it tells of left out, and the number of the very request. */
const anonymous = (text: string, things: Things): string =>
  Object.entries(things)
    .reduce((rest, [name, value]) => rest.replaceAll(new RegExp(`\\b${value}\\b`, 'g'), `<${name}>`), text)
    .replaceAll(/<(?:transaction|walletTransaction|slip|subscription)>/g, '<id>')
    .replace(/"instance":"[^"]*"/, '');

/** Those of spec/credit-wallet.md, which has a name of its own for it. */
const isCreditFace = ({ path }: ApiOperation): boolean => /^\/(?:api\/wallet\/|customers\/search$)/.test(path);
const forbidden = (operation: ApiOperation) => [403, isCreditFace(operation) ? 'UNAUTHORIZED_ACCESS' : 'FORBIDDEN'];
const isTaken = ({ status }: Answered): boolean => status >= 200 && status < 300;

describe('the table', () => {
  test('has a row for every operation of the document, and no other', () => {
    const ids = target.operations.map(({ id }) => id);
    expect([...Object.keys(ROWS), ...OPEN].toSorted()).toEqual(ids.toSorted());
  });

  test('needs no token where the document needs none', async () => {
    const { json } = await target.server.call('GET', '/api/openapi.json');
    const methods = Object.values<Record<string, { operationId: string; security?: object[] }>>(json.paths);
    const open = methods.flatMap((method) => Object.values(method)).filter(({ security }) => security?.length === 0);
    expect(open.map(({ operationId }) => operationId).toSorted()).toEqual(OPEN.toSorted());
  });

  test('is about every route but those that the document leaves out', () => {
    const routes = target.server.app.routes
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
    const described = target.operations.map(({ method, path }) => `${method} ${path}`);
    expect(routes.toSorted()).toEqual([...described, ...HIDDEN].toSorted());
  });
});

describe.each(Object.entries(ROWS))('%s', (id, row: Row) => {
  const found = (): ApiOperation => target.operations.find((one) => one.id === id) as ApiOperation;
  const asked = async (of: Things): Promise<Ask> => (await row.ask?.(of, shop)) ?? {};

  test('needs a token', async () => {
    expect(told(await sent(found(), await asked(alices), null))).toEqual([401, 'UNAUTHENTICATED']);
  });

  test.each(ROLES)('for a %s', async (role) => {
    const operation = found();
    const right = rightOf(row, role);
    const first = await sent(operation, await asked(alices), role);
    const second = await sent(operation, await asked(bobs), role);
    if (right === 'no') {
      expect([told(first), told(second)]).toEqual([forbidden(operation), forbidden(operation)]);
    } else if (right === 'approved') {
      const needed = [403, 'APPROVAL_REQUIRED'];
      expect([told(first), told(second)]).toEqual([needed, needed]);
    } else if (right === 'may') {
      expect([first, second].filter((answer) => !isTaken(answer))).toEqual([]);
    } else {
      expect(isTaken(first) || first.text).toBe(true);
      expect(told(second)).toEqual(row.strange ?? [404, 'WALLET_NOT_FOUND']);
      // Whether it is another's, or not there at all, cannot be told apart.
      const nowhere = await sent(operation, await asked(NOBODYS), role);
      expect(nowhere.status).toBe(second.status);
      expect(anonymous(second.text, bobs)).toBe(anonymous(nowhere.text, NOBODYS));
    }
  });
});

const NESTED = Object.entries(ROWS).flatMap(([id, { within }]) => (within ? [[id, within] as const] : []));

test.each(NESTED)("%s: a customer's own thing opens nobody else's in it", async (id, within) => {
  const operation = target.operations.find((one) => one.id === id) as ApiOperation;
  const second = await sent(operation, within(alices, bobs), 'customer');
  const nowhere = await sent(operation, within(alices, NOBODYS), 'customer');
  expect([second.status, nowhere.status]).toEqual([404, 404]);
  expect(anonymous(second.text, bobs)).toBe(anonymous(nowhere.text, NOBODYS));
});

test.each([...ROLES, null])('metrics from elsewhere, for %s', async (role) => {
  const mayRead = role !== null && ['staff', 'supervisor', 'admin', 'service', 'auditor'].includes(role);
  const headers = { 'x-forwarded-for': '203.0.113.7' };
  const { status } = await target.server.call('GET', '/metrics', { ...(role && { as: role }), headers });
  expect(status).toBe(role === null ? 401 : mayRead ? 200 : 403);
});
