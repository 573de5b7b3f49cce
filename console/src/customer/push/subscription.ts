/**
 * Messages on this device: what the browser has subscribed to, and what the service knows of it. These writes don't go through
 * the outbox: they are about this browser at this moment, and worth nothing once it has been closed.
 */
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { online } from '../../api/online.ts';
import type { Language } from '../../words/store.ts';

/** Why there can be no messages here, or none yet. */
export type Hindrance = 'unsupported' | 'install' | 'denied';

export interface Messages {
  readonly on: boolean;
  readonly showAmounts: boolean;
  /** In which they are written; null while they are off. */
  readonly language: Language | null;
}

export interface Wishes {
  readonly language: Language;
  readonly showAmounts: boolean;
}

const OFF: Messages = { on: false, showAmounts: false, language: null };

/** An iPhone has them for what stands on its Home Screen alone. */
export function hindrance(): Hindrance | null {
  if ('PushManager' in globalThis && 'Notification' in globalThis && 'serviceWorker' in navigator)
    return Notification.permission === 'denied' ? 'denied' : null;
  const isApple =
    /iPhone|iPad/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  return isApple && !matchMedia('(display-mode: standalone)').matches ? 'install' : 'unsupported';
}

/** What this browser is subscribed to, if the service says that it is this customer's. */
export const messagesQuery = (customer: string) =>
  queryOptions({ queryKey: ['messages', customer], queryFn: readMessages, retry: false });

async function readMessages(): Promise<Messages> {
  const subscription = await ownSubscription();
  if (!subscription) return OFF;
  const known = await knownSubscription(subscription);
  return known ? { on: true, showAmounts: known.show_amounts, language: known.language } : OFF;
}

/** The person has asked for it by a tap: only then a browser may be asked for leave. Throws DOMException, ApiError. */
export async function turnOn(wishes: Wishes): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') throw new DOMException('', 'NotAllowedError');
  const { data } = await answer(api.GET('/api/v1/push/key'));
  const key = bytesOf(data.public_key);
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  // Of another key nothing would be heard.
  if (before && !isKey(before.options.applicationServerKey, key)) await before.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  await register(subscription, wishes);
}

/** Other wishes for what is on already. */
export async function change(wishes: Wishes): Promise<void> {
  const subscription = await ownSubscription();
  if (subscription) await register(subscription, wishes);
}

export async function turnOff(): Promise<void> {
  const subscription = await ownSubscription();
  if (!subscription) return;
  const known = await knownSubscription(subscription);
  await subscription.unsubscribe();
  if (known) await online.DELETE('/api/v1/push/subscriptions/{id}', { params: { path: { id: known.id } } });
}

/** Before the first visit has come to its end there is no worker yet that could have subscribed. */
async function ownSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

async function knownSubscription({ endpoint }: PushSubscription) {
  const { data } = await answer(api.GET('/api/v1/push/subscriptions'));
  return data.subscriptions.find((one) => one.endpoint === endpoint);
}

async function register(subscription: PushSubscription, { language, showAmounts }: Wishes): Promise<void> {
  const { endpoint = '', expirationTime = null, keys = {} } = subscription.toJSON();
  const { p256dh = '', auth = '' } = keys;
  await online.POST('/api/v1/push/subscriptions', {
    body: { endpoint, expirationTime, keys: { p256dh, auth }, language, show_amounts: showAmounts },
  });
}

function bytesOf(base64Url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64Url.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}

function isKey(given: ArrayBuffer | null, key: Uint8Array): boolean {
  const bytes = given && new Uint8Array(given);
  return bytes !== null && bytes.length === key.length && bytes.every((byte, at) => byte === key[at]);
}
