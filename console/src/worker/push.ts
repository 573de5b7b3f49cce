/** Messages from the service (src/faces/push/contract.ts), shown while no page of the console is open, and opened by a tap. */
import type { PushMessage } from '../../../src/faces/push/contract.ts';

declare const self: ServiceWorkerGlobalScope;

const ICON = '/icon-192.png';

export function showMessages(): void {
  self.addEventListener('push', (event) => {
    const message = event.data?.json() as PushMessage | undefined;
    if (message) event.waitUntil(show(message));
  });
  self.addEventListener('notificationclick', (event) => {
    event.notification.close();
    const { url } = event.notification.data as { readonly url: string };
    event.waitUntil(open(new URL(url, self.location.origin)));
  });
}

/** Under its tag a message that comes twice takes its own place. */
function show({ title, body, tag, url, at }: PushMessage): Promise<void> {
  const options = { body, tag, icon: ICON, badge: ICON, data: { url }, timestamp: Date.parse(at) };
  return self.registration.showNotification(title, options);
}

/** In the page that is open already, else in a new one. */
async function open(url: URL): Promise<void> {
  if (url.origin !== self.location.origin) return;
  const pages = await self.clients.matchAll({ type: 'window' });
  const page = pages.find(({ focused }) => focused) ?? pages[0];
  if (!page) {
    await self.clients.openWindow(url);
    return;
  }
  await page.focus().catch(() => page);
  // A page that is not this worker's can't be led anywhere.
  await page.navigate(url).catch(() => self.clients.openWindow(url));
}
