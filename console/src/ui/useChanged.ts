import { useEffect, useEffectEvent, useRef, useState } from 'react';

const TINT_MS = 1200;

/** True for a moment after a value has changed; tells of it once. */
export function useChanged(value: bigint, tell: () => void): boolean {
  const [changed, setChanged] = useState(false);
  const known = useRef(value);
  const onChange = useEffectEvent(tell);
  useEffect(() => {
    if (known.current === value) return undefined;
    known.current = value;
    onChange();
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), TINT_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return changed;
}
