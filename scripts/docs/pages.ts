import { errorsPage } from './errors.ts';
import { settingsPage } from './settings.ts';

const reference = (name: string): URL => new URL(`../../docs/reference/${name}`, import.meta.url);

/** Every generated page, and where it is kept. */
export const PAGES: readonly (readonly [URL, () => string])[] = [
  [reference('errors.md'), errorsPage],
  [reference('settings.md'), settingsPage],
];
