import { createStore, useStore } from '../store.ts';

export type Theme = 'system' | 'light' | 'dark';

const KEPT_AS = 'pochi-theme';
const theme = createStore<Theme>(kept());

function kept(): Theme {
  try {
    const given = localStorage.getItem(KEPT_AS);
    return given === 'light' || given === 'dark' ? given : 'system';
  } catch {
    return 'system';
  }
}

/** Lays the choice down where the style sheet sees it; "as the device" is its own default. */
export function applyTheme(): void {
  const chosen = theme.get();
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

export function chooseTheme(chosen: Theme): void {
  theme.set(chosen);
  applyTheme();
  try {
    localStorage.setItem(KEPT_AS, chosen);
  } catch {}
}

export const useTheme = (): Theme => useStore(theme);
