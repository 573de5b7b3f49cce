import { useState } from 'react';
import { keepWidth, usualWidth, type Width } from './widths.ts';

/** The paper in use; what is chosen stays chosen at this till. */
export function useWidth(): [Width, (width: Width) => void] {
  const [width, setWidth] = useState(usualWidth);
  const choose = (next: Width) => {
    setWidth(next);
    keepWidth(next);
  };
  return [width, choose];
}
