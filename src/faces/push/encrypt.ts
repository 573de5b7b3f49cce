import { encryptNotification } from '@block65/webcrypto-web-push';
import type { PushSubscription } from '../../queries/push-subscriptions.ts';
import type { PushMessage } from './contract.ts';

/**
 * Every message has this length, so that it tells nothing to who sees it pass; the library's own padding would fill all
 * 4096 bytes, of which Firefox on Android takes 3070 only.
 */
const LENGTH = 1024;

/** A message as only its browser can read it: RFC 8291, content coding aes128gcm. */
export function encrypted(
  message: PushMessage,
  { endpoint, p256dh, auth }: Pick<PushSubscription, 'endpoint' | 'p256dh' | 'auth'>,
): Promise<Uint8Array> {
  const text = Buffer.from(JSON.stringify(message));
  // Blanks behind a value are JSON too.
  const padded = Buffer.alloc(Math.max(LENGTH, text.length), ' ');
  text.copy(padded);
  const keys = { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') };
  return encryptNotification({ endpoint, expirationTime: null, keys }, padded, { pad: false });
}
