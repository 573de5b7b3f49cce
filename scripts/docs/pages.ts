import { accessPage } from './access.ts';
import { asyncapiPage } from './asyncapi.ts';
import { errorsPage } from './errors.ts';
import { eventsPage } from './events.ts';
import { reliabilityPage } from './reliability.ts';
import { settingsPage } from './settings.ts';

const reference = (name: string): URL => new URL(`../../docs/reference/${name}`, import.meta.url);

/** Every generated page, and where it is kept. */
export const PAGES: readonly (readonly [URL, () => string | Promise<string>])[] = [
  [reference('access.md'), accessPage],
  [reference('asyncapi.json'), asyncapiPage],
  [reference('errors.md'), errorsPage],
  [reference('events.md'), eventsPage],
  [reference('settings.md'), settingsPage],
  [new URL('../../docs/operating/reliability.md', import.meta.url), () => reliabilityPage()],
];
