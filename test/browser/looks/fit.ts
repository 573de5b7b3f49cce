import type { Page } from 'playwright-core';

/** What is wider than the window, and what is cut off without a way to it. */
export const doesNotFit = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) {
      const wide = [...document.querySelectorAll<HTMLElement>('body *')].filter(
        (element) => element.getBoundingClientRect().right > innerWidth + 1,
      );
      const ends = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
      found.push(
        `the page is ${over} px too wide: ${ends.map(({ innerText }) => innerText?.slice(0, 40)).join(' | ')}`,
      );
    }
    const parts = ['main', 'header', 'nav', '[role="dialog"]', '[role="menu"]'].flatMap((part) => [part, `${part} *`]);
    for (const element of document.querySelectorAll<HTMLElement>(parts.join())) {
      const { overflowX, textOverflow } = getComputedStyle(element);
      const holdsText = element.matches('button, h1, h2, h3, [role="menuitem"]');
      const isCut = overflowX === 'hidden' || overflowX === 'clip' || holdsText;
      // What is typed into a field moves with the caret.
      const isOnPurpose =
        textOverflow === 'ellipsis' ||
        element.closest('.visually-hidden') !== null ||
        element.matches('input, textarea');
      if (isCut && !isOnPurpose && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
        found.push(
          `${element.tagName.toLowerCase()} "${(element.innerText || element.ariaLabel || '').slice(0, 40)}" is cut off`,
        );
    }
    for (const dialog of document.querySelectorAll<HTMLElement>('[role="dialog"]')) {
      const { right } = dialog.getBoundingClientRect();
      for (const control of dialog.querySelectorAll<HTMLElement>('button, a, input, select, textarea'))
        if (control.checkVisibility() && control.getBoundingClientRect().right > right + 1)
          found.push(`"${control.innerText || control.ariaLabel}" stands outside of its dialog`);
    }
    return found;
  });
