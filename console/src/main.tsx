import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queries.ts';
import { startKeys } from './keys/registry.ts';
import { router } from './router.tsx';
import { restoreSession, sessionStore } from './session/session.ts';
import { queueProblem } from './shell/queue-problem.ts';
import { registerWorker } from './shell/update.ts';
import { applyTheme } from './ui/theme.ts';
import { applyToPage } from './words/store.ts';
import { WordsProvider } from './words/WordsProvider.tsx';

applyTheme();
applyToPage();
await restoreSession();
forgetOthersAnswers();
startKeys();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <WordsProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </WordsProvider>
  </StrictMode>,
);

// What nobody needs for the first look comes after it: on a slow line it would take the screen's place.
const stopWaiting = router.subscribe('onResolved', () => {
  stopWaiting();
  void afterwards();
});

async function afterwards(): Promise<void> {
  const [outbox, cache, live, push] = await Promise.all([
    import('./outbox/current.ts'),
    import('./cache/current.ts'),
    import('./live/current.ts'),
    import('./customer/push/leaving.ts'),
  ]);
  outbox.followSession((error) => queueProblem.set(error instanceof Error ? error : new Error(String(error))));
  // Without a cache the screens ask the service: slower, and nothing while it is away.
  cache.followSession((error) => console.warn('nothing is kept on this device', error));
  live.followSession();
  push.followSession();
  await registerWorker();
}

/** What one person was shown is not kept for the next one. */
function forgetOthersAnswers(): void {
  const subject = () => {
    const { session } = sessionStore.get();
    return session && `${session.ledger} ${session.subject}`;
  };
  let known = subject();
  sessionStore.subscribe(() => {
    if (subject() === known) return;
    known = subject();
    queryClient.clear();
  });
}
