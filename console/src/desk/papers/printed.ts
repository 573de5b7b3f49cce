/** Which receipts this till has printed, and which it has made: only those are ever originals, and only once. */
import { currentOutbox } from '../../outbox/current.ts';

const KEPT_AS = 'pochi-printed';
const MOST = 500;

function printed(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** To be called when the dialog of the printer was open: whether a paper came out, the browser does not say. */
export function markPrinted(id: string): void {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify([...printed().filter((one) => one !== id), id].slice(-MOST)));
  } catch {}
}

/** Whether what is printed next is the first one: of a transaction that was made at this till, and not printed at it yet. */
export async function isOriginal(id: string): Promise<boolean> {
  if (printed().includes(id)) return false;
  const made = await currentOutbox().settled();
  return made.some(({ transaction }) => transaction === id);
}
