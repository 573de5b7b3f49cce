/**
 * Loaded before the service, in tests alone. By messages from its parent it sets the clock of the process, kills the
 * process at a moment that has a name, or tells what it keeps in memory.
 */
import { memoryKept } from '../support/memory.ts';
import type { Failpoint } from './failpoint-names.ts';
import { armFailpoint } from './failpoints.ts';

export type PreloadMessage =
  | { readonly kind: 'clock'; readonly offsetMs: number }
  /** Kills the process when it comes by there for the n-th time from now. */
  | { readonly kind: 'failpoint'; readonly at: Failpoint; readonly nth: number }
  /** Is answered with what is kept once all garbage is collected. */
  | { readonly kind: 'memory' };

const RealDate = Date;
let offsetMs = 0;

/** The same as ever, but for what it takes to be now. */
class SteppedDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(RealDate.now() + offsetMs);
    else super(...(given as [number]));
  }

  static override now(): number {
    return RealDate.now() + offsetMs;
  }
}

globalThis.Date = SteppedDate as DateConstructor;

process.on('message', (message: PreloadMessage) => {
  if (message.kind === 'clock') offsetMs = message.offsetMs;
  else if (message.kind === 'failpoint') armFailpoint(message.at, message.nth);
  else process.send?.(memoryKept());
});
// Whoever is gone, in whatever way, leaves nothing running behind.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
