/** Digits that are typed outside of fields, and the Enter behind them: how many of what was added last. */
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { singleKeys } from '../../keys/registry.ts';

const MOST_DIGITS = 4;

const isBusy = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement && target.matches('input, textarea, select')) ||
  document.querySelector('[role="dialog"], [role="menu"]') !== null;

export interface Digits {
  /** Those so far. */
  readonly shown: string;
  /** Forgets them: they were no quantity. */
  readonly clear: () => void;
}

export function useDigits(enter: (count: number) => void): Digits {
  const [shown, setShown] = useState('');
  const digits = useRef('');
  const onEnter = useEffectEvent(enter);
  const set = useCallback((text: string) => {
    digits.current = text;
    setShown(text);
  }, []);
  const clear = useCallback(() => set(''), [set]);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target) || !singleKeys.get()) return;
      if (/^\d$/.test(event.key)) set((digits.current + event.key).slice(-MOST_DIGITS));
      else if (event.key === 'Backspace') set(digits.current.slice(0, -1));
      else if (event.key === 'Escape') set('');
      else if (event.key === 'Enter' && digits.current !== '') {
        // The button that was tapped last has the focus still: it is not meant.
        event.preventDefault();
        onEnter(Number(digits.current));
        set('');
      }
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [set]);
  return { shown, clear };
}
