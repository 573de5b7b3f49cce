import { useEffect, useState } from 'react';

/** What browsers that can put a page on the Home Screen by themselves offer to it. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

export interface Install {
  /** `byHand` is Safari on a phone, which clears what a page keeps after a week unless it is on the Home Screen. */
  readonly way: 'ask' | 'byHand' | null;
  readonly ask: () => void;
}

const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;
const isAppleTouch = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);

/** How this page comes onto the Home Screen; null where it is there, or can't come. */
export function useInstall(): Install {
  const [prompt, setPrompt] = useState<InstallPrompt | null>(null);
  useEffect(() => {
    const offered = (event: Event) => {
      event.preventDefault();
      setPrompt(event as InstallPrompt);
    };
    addEventListener('beforeinstallprompt', offered);
    return () => removeEventListener('beforeinstallprompt', offered);
  }, []);
  const ask = () => void prompt?.prompt().finally(() => setPrompt(null));
  if (isInstalled()) return { way: null, ask };
  return { way: prompt ? 'ask' : isAppleTouch() ? 'byHand' : null, ask };
}
