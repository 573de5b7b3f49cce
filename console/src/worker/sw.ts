/** The worker: keeps the shell and every part of the console, so that a till starts without a network. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { OTHER_PAGES } from './addresses.ts';
import { showMessages } from './push.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { url: string; revision: string | null }[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Any page of the console is the shell, except what the service answers itself.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/'), { denylist: OTHER_PAGES }));

// Without an older version there is nobody to disturb.
self.addEventListener('install', () => {
  if (self.registration.active === null) void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});

showMessages();
