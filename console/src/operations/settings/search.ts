import { given, oneOf } from '../filters/search.ts';

export const SETTINGS_TABS = ['approvals', 'assets', 'points', 'limits', 'webhooks'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

export interface SettingsSearch {
  readonly tab?: SettingsTab | undefined;
}

export const settingsSearch = (search: Record<string, unknown>): SettingsSearch =>
  given({ tab: oneOf(search.tab, SETTINGS_TABS) });
