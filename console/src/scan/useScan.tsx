/** Codes that are read with the camera, where the platform can read them by itself. */
import { lazy, type ReactNode, Suspense, useState } from 'react';

const Scanner = lazy(() => import('./Scanner.tsx'));

export interface Scan {
  readonly start: () => void;
  /** To be put somewhere on the screen: the camera's picture while it is on. */
  readonly dialog: ReactNode;
}

/** Null where the browser has no reader of codes, or lets this page have no camera. `found` is given what the code says. */
export function useScan(title: string, found: (text: string) => void): Scan | null {
  const [isOn, setOn] = useState(false);
  if (!('BarcodeDetector' in globalThis) || !navigator.mediaDevices) return null;
  const take = (text: string) => {
    setOn(false);
    found(text);
  };
  return {
    start: () => setOn(true),
    dialog: <Suspense>{isOn && <Scanner title={title} onFound={take} onClose={() => setOn(false)} />}</Suspense>,
  };
}
