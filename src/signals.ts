/** The wish to stop, by signal. */
import type { Log } from './log.ts';

/** `npm start` passes on the Ctrl-C that the terminal has sent to us already: two that come this close are one. */
const SAME_WISH_MS = 1000;

/** Resolves at the first SIGINT, SIGTERM or SIGHUP. One more, later, ends the process on the spot. */
export function stopRequested(log: Log): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first: number | null = null;
    const onSignal = (signal: NodeJS.Signals) => {
      if (first === null) {
        first = performance.now();
        resolve(signal);
      } else if (performance.now() - first > SAME_WISH_MS) {
        log.warn({ signal }, 'stopped by force');
        process.exit(1);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });
}
