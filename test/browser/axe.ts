/** The rules of WCAG 2.2 AA that a program can check. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * The ends of an open menu, which give the focus on as soon as they get it. axe lets them be where it sees that a menu is
 * open, which it does not where the button under one of its looks is cut out of the backdrop.
 */
const GUARDS = '[data-base-ui-focus-guard]';

/** What is wrong with the page as it stands, a line each: rule, place, and why. */
export async function axeProblems(page: Page): Promise<string[]> {
  // Evaluated by the debugger: the page's own policy would let no foreign script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(
    async ({ tags, guards }) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      return (await axe.run({ exclude: guards }, { runOnly: tags, resultTypes: ['violations'] })).violations;
    },
    { tags: TAGS, guards: GUARDS },
  );
  return violations.flatMap(({ id, nodes }: axe.Result) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replaceAll('\n', ' ')}`),
  );
}
