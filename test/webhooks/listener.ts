import { v7 } from 'uuid';
import { CONSUMER } from '../../src/faces/webhooks/outbox.ts';
import { Sealer, sealedFor } from '../../src/faces/webhooks/sealer.ts';
import { newSecret } from '../../src/faces/webhooks/signature.ts';
import { openLanes } from '../../src/queries/feed-cursors.ts';
import { addWebhook } from '../../src/queries/webhooks.ts';
import type { TestDatabase } from '../support/database.ts';
import { SECRETS_KEY } from '../support/http.ts';

/** A webhook for these types of events, without the HTTP face; gives its secret. */
export async function addListener(
  database: TestDatabase,
  ledgerId: bigint,
  url: string,
  eventTypes: readonly string[],
): Promise<string> {
  await openLanes(database.app, CONSUMER, 1);
  const [id, secret] = [v7(), newSecret()];
  const sealed = new Sealer(SECRETS_KEY).seal(secret, sealedFor(ledgerId, id));
  await addWebhook(database.app, ledgerId, { id, url, description: null, eventTypes, secret: sealed });
  return secret;
}
