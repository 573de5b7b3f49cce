/** The ways to write: the outbox, and what is done at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * What is written past the outbox. Money and customers' accounts are never among it: what is lost of it would be lost to
 * the books, and what was sent twice would be there twice.
 */
const AT_ONCE = [
  // It carries a PIN, and comes before a write that goes through the outbox.
  'POST /api/v1/approvals',
  // What is set up and administered: seen to be done, or done again.
  'DELETE /api/v1/approvers/{subject}',
  'PUT /api/v1/approvers/me/pin',
  'POST /api/v1/assets',
  'PUT /api/v1/credit-limits/{asset_code}',
  'POST /api/v1/integrity/run',
  'DELETE /api/v1/point-rules/{action}/{asset_code}',
  'PUT /api/v1/point-rules/{action}/{asset_code}',
  'POST /api/v1/webhooks',
  'DELETE /api/v1/webhooks/{webhook_id}',
  'PATCH /api/v1/webhooks/{webhook_id}',
  'POST /api/v1/webhooks/{webhook_id}/deliveries/redeliver',
  'POST /api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver',
  'POST /api/v1/webhooks/{webhook_id}/rotate-secret',
  'POST /api/v1/webhooks/{webhook_id}/test',
  // Of this browser: it belongs to nobody's account.
  'POST /api/v1/push/subscriptions',
  'DELETE /api/v1/push/subscriptions/{id}',
];

/** Where requests are made by hand: the outbox, signing in, and the client below all others. */
const BY_HAND = ['outbox/send.ts', 'session/authorized-fetch.ts', 'session/oidc.ts'];

const SRC = join(import.meta.dirname, '..');
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$|simulation\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(SRC, file), 'utf8') }));

test('what is written past the outbox is named here, and goes by `online`', () => {
  const found = sources.flatMap(({ text }) =>
    [...text.matchAll(/(\w+)\s*\.(POST|PUT|PATCH|DELETE)\(\s*'([^']+)'/g)].map(([, client, method, path]) =>
      client === 'online' ? `${method} ${path}` : `${method} ${path} by ${client}`,
    ),
  );
  expect([...new Set(found)].toSorted()).toEqual(AT_ONCE.toSorted());
});

test('nothing but the outbox and the clients makes a request by hand', () => {
  const makers = sources.filter(({ text }) => /(?:await|return|=>)\s+fetch\(/.test(text)).map(({ file }) => file);
  expect(makers.toSorted()).toEqual(BY_HAND);
});
