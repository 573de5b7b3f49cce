/** Signatures as the Standard Webhooks specification has them (standardwebhooks.com), version 1. */
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret, as receivers are given it. */
export const newSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64');

/** The headers of a message that is sent at this time: one signature for each secret, so that either verifies it. */
export function signedHeaders(
  id: string,
  body: string,
  secrets: readonly string[],
  time: Date,
): Readonly<Record<string, string>> {
  return {
    'webhook-id': id,
    'webhook-timestamp': Math.floor(time.getTime() / 1000).toString(),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, time, body)).join(' '),
  };
}
