import { asyncapiPage } from './asyncapi.ts';
import { errorsPage } from './errors.ts';
import { eventsPage } from './events.ts';
import { settingsPage } from './settings.ts';

const reference = (name: string): URL => new URL(`../../docs/reference/${name}`, import.meta.url);

/** Every generated page, and where it is kept. */
export const PAGES: readonly (readonly [URL, () => string])[] = [
  [reference('asyncapi.json'), asyncapiPage],
  [reference('errors.md'), errorsPage],
  [reference('events.md'), eventsPage],
  [reference('settings.md'), settingsPage],
];
