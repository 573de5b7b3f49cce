/** The forms in which screens are looked at: all of them in `npm run test:console`, and a few in `npm test`. */
import { WHOLE } from './whole.ts';

export interface Form {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

/** A phone that is high enough that little has to be scrolled: what is half in sight, axe takes for too small to be touched. */
const TALL_PHONE = { width: 390, height: 2400 };
const DESKTOP = { width: 1280, height: 800 };

export interface SpokenForm extends Form {
  readonly language: 'en' | 'sw';
}

const EVERY_FORM: readonly SpokenForm[] = (['en', 'sw'] as const).flatMap((language) =>
  [TALL_PHONE, DESKTOP].flatMap((viewport) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ language, viewport, colorScheme })),
  ),
);

/** Every form that a screen is shown in. */
export const everyForm = (wideOnly = false): readonly SpokenForm[] =>
  EVERY_FORM.filter(({ viewport }) => !wideOnly || viewport === DESKTOP);

/** Where time is short, one place in so many of the list of screens has its turn. */
const EACH = 8;

/** All of them; where time is short none for most places in the list, and another one for each of the others. */
export function formsAt(place: number, wideOnly?: boolean): readonly SpokenForm[] {
  const forms = everyForm(wideOnly);
  if (WHOLE) return forms;
  const turn = place / EACH;
  return Number.isInteger(turn) ? forms.slice(turn % forms.length).slice(0, 1) : [];
}
