import { setTimeout as delay } from 'node:timers/promises';
import { metricAt, QUEUE } from './stage.ts';

/** Looks in a row that have to find all quiet: between two of them a message may be on its way back to the queue. */
const LOOKS = 5;
const BETWEEN_MS = 100;

/** Waits until the queue is empty, nothing is in hand at the service, and everything is published. */
export async function settled(port: number, waiting: (queue: string) => Promise<number>): Promise<void> {
  for (let calm = 0; calm < LOOKS; ) {
    await delay(BETWEEN_MS);
    const left = [
      await waiting(QUEUE),
      await metricAt(port, 'pochi_events_in_hand'),
      await metricAt(port, 'pochi_events_backlog_operations'),
    ];
    calm = left.every((count) => count === 0) ? calm + 1 : 0;
  }
}
