import { createStore } from '../store.ts';

/** Why writes can't be queued on this device; null while all is well. */
export const queueProblem = createStore<Error | null>(null);
