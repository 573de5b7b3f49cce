import { setTimeout as delay } from 'node:timers/promises';

/** Waits until something holds, looking again and again; throws where it does not within so many milliseconds. */
export async function until(holds: () => Promise<boolean> | boolean, patience = 20_000): Promise<void> {
  const end = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${patience} ms in vain for: ${holds}`);
    await delay(20);
  }
}
