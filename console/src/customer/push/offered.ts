/** Whether messages are offered: after somebody has done something here, never on their first sight of the page. */
import { createStore } from '../../store.ts';

const ACTED = 'pochi-acted';
const DECLINED = 'pochi-messages-declined';

const kept = (name: string): boolean => {
  try {
    return localStorage.getItem(name) !== null;
  } catch {
    return false;
  }
};

const keep = (name: string): void => {
  try {
    localStorage.setItem(name, '1');
  } catch {}
};

export const hasActed = createStore(kept(ACTED));
export const hasDeclined = createStore(kept(DECLINED));

/** They opened or asked for something. */
export function noteAction(): void {
  if (hasActed.get()) return;
  keep(ACTED);
  hasActed.set(true);
}

/** They have answered the offer: it does not come again, the switch remains. */
export function declineOffer(): void {
  keep(DECLINED);
  hasDeclined.set(true);
}
