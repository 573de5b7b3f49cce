import { createStore } from '../store.ts';

/** How many writes are on their way; the outbox keeps it up to date, the shell, sign-out and updates read it. */
export interface PendingWrites {
  readonly waiting: number;
  readonly sending: number;
  readonly attention: number;
}

export const pendingWrites = createStore<PendingWrites>({ waiting: 0, sending: 0, attention: 0 });
