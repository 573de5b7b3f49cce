/** The forms in which screens are looked at: all of them in `npm run test:console`, and a few in `npm test`. */

export interface Form {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

/** Whether to take the time for all of them. */
export const ALL_FORMS = process.env.CONSOLE_FORMS === 'all';

/**
 * Each viewport, light and dark. Where time is short, English at the first of them in light, and any other language at the
 * last in dark.
 */
export function formsOf(locale: string, viewports: readonly Form['viewport'][]): Form[] {
  const all = viewports.flatMap((viewport) =>
    (['light', 'dark'] as const).map((colorScheme): Form => ({ viewport, colorScheme })),
  );
  if (ALL_FORMS) return all;
  return locale === 'en' ? all.slice(0, 1) : all.slice(-1);
}
