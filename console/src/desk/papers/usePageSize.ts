import { type RefObject, useLayoutEffect } from 'react';
import type { Width } from './widths.ts';

/** CSS pixels in a millimetre. */
const PX = 96 / 25.4;
/** What rounding may take, so that no second page is begun for it. */
const SPARE_MM = 8;
/** In print, letters are set a little wider than on the screen, and some lines break once more. */
const LONGER = 1.1;

/**
 * Sets the size of the printed page: that of the paper, and for a roll the length of what stands on it. A rule can't say
 * "as long as it takes", so that the paper on the screen, which is of the same width, is measured.
 */
export function usePageSize(paper: RefObject<HTMLElement | null>, width: Width): void {
  useLayoutEffect(() => {
    const element = paper.current;
    if (element === null) return;
    const sheet = new CSSStyleSheet();
    const measure = () => {
      const length = Math.ceil((element.offsetHeight / PX) * LONGER) + SPARE_MM;
      sheet.replaceSync(
        width === 'A4' ? '@page { size: A4; margin: 14mm }' : `@page { size: ${width}mm ${length}mm; margin: 0 }`,
      );
    };
    measure();
    const observer = new ResizeObserver(() => {
      // While it prints, the page is as it was decided to be.
      if (!matchMedia('print').matches) measure();
    });
    observer.observe(element);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      observer.disconnect();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [paper, width]);
}
