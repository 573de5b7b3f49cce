/** Whoever takes over a device is not told of the money of who had it before. */
import { sessionStore } from '../../session/session.ts';

/** Follows the session for as long as the page lives: ends this browser's subscription when its customer leaves. */
export function followSession(): void {
  const subject = () => {
    const { session } = sessionStore.get();
    return session && `${session.ledger} ${session.subject}`;
  };
  let known = subject();
  sessionStore.subscribe(() => {
    const before = known;
    known = subject();
    if (before !== null && before !== known) void forgetSubscription();
  });
}

/** The push service tells ours that it is gone, with the next message. */
async function forgetSubscription(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const subscription = await registration?.pushManager?.getSubscription();
  await subscription?.unsubscribe();
  for (const shown of (await registration?.getNotifications()) ?? []) shown.close();
}
