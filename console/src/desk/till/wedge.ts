/** Barcode readers that type: a burst of keys, faster than fingers are, and Enter behind it. */
import { useEffect, useEffectEvent } from 'react';

/** Fingers that hurry need about 80 ms from key to key, readers less than 20. */
const FASTER_THAN_FINGERS_MS = 40;
const LEAST = 4;

/** Tells a code that was read from keys that were pressed. */
export class BurstReader {
  #text = '';
  #last = Number.NEGATIVE_INFINITY;

  /** Takes one key; gives the whole code when this was the Enter behind it. `at` is in milliseconds. */
  take(key: string, at: number): string | null {
    const isFast = at - this.#last < FASTER_THAN_FINGERS_MS;
    if (!isFast) this.#text = '';
    if (key === 'Enter') {
      const text = this.#text;
      this.#text = '';
      return isFast && text.length >= LEAST ? text : null;
    }
    if (key.length === 1) {
      this.#text += key;
      this.#last = at;
    }
    return null;
  }

  /** Whether the keys of late came too fast for fingers. Two digits can be typed in one roll: they may be a quantity still. */
  get isReading(): boolean {
    const mayBeQuantity = this.#text.length < LEAST && /^\d+$/.test(this.#text);
    return this.#text.length > 1 && !mayBeQuantity;
  }
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select');

/** Hears codes that are read while no field has the focus; what is read into a field is that field's. */
export function useWedge(read: (code: string) => void): void {
  const onRead = useEffectEvent(read);
  useEffect(() => {
    const reader = new BurstReader();
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      const code = reader.take(event.key, event.timeStamp);
      if (code === null && !reader.isReading) return;
      // These are no single-letter commands, and that Enter presses no button.
      event.preventDefault();
      event.stopPropagation();
      if (code !== null) onRead(code);
    };
    document.addEventListener('keydown', hear, { capture: true });
    return () => document.removeEventListener('keydown', hear, { capture: true });
  }, []);
}
