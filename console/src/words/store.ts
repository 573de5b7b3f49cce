/**
 * The words of the language in use. What every page needs is there from the start, in both languages; an area's own words come
 * with its screens.
 */
import { createStore, useStore } from '../store.ts';
import shellEn from './en/shell.json' with { type: 'json' };
import shellSw from './sw/shell.json' with { type: 'json' };

export const LANGUAGES = ['en', 'sw'] as const;
export type Language = (typeof LANGUAGES)[number];

/** As people here write numbers and dates. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-TZ', sw: 'sw-TZ' };

export const AREAS = ['desk', 'papers', 'outbox', 'operations', 'customer', 'gallery'] as const;
export type Area = (typeof AREAS)[number];

interface Words {
  readonly language: Language;
  readonly messages: Readonly<Record<string, unknown>>;
}

const files = import.meta.glob<{ default: unknown }>(['./en/*.json', './sw/*.json', '!./*/shell.json']);
const shells: Readonly<Record<Language, unknown>> = { en: shellEn, sw: shellSw };
const KEPT_AS = 'pochi-language';

const loaded: Readonly<Record<Language, Record<string, unknown>>> = {
  en: { shell: shells.en },
  sw: { shell: shells.sw },
};

const initial = startLanguage();
const words = createStore<Words>({ language: initial, messages: loaded[initial] });

/** The one chosen before, else the browser's, else English. */
function startLanguage(): Language {
  const wanted = [kept(), ...(globalThis.navigator?.languages ?? [])];
  const known = wanted.map((tag) => tag?.slice(0, 2)).find((tag) => LANGUAGES.some((language) => language === tag));
  return (known as Language | undefined) ?? 'en';
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

async function load(language: Language, area: string): Promise<void> {
  if (area in loaded[language]) return;
  const file = await files[`./${language}/${area}.json`]?.();
  if (file) loaded[language][area] = file.default;
}

const show = (language: Language): void => words.set({ language, messages: { ...loaded[language] } });

/** Brings an area's words in; for the loader of its routes. */
export async function loadWords(area: Area): Promise<void> {
  const { language } = words.get();
  if (area in loaded[language]) return;
  await load(language, area);
  show(words.get().language);
}

/** Speaks another language from now on, all at once: what is typed into a form stays as it is. */
export async function speak(language: Language): Promise<void> {
  const areas = Object.keys(words.get().messages);
  await Promise.all(areas.map((area) => load(language, area)));
  show(language);
  applyToPage(language);
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {}
}

export function applyToPage(language: Language = words.get().language): void {
  document.documentElement.lang = language;
}

export const language = (): Language => words.get().language;
export const locale = (): string => LOCALES[words.get().language];
export const useWords = (): Words => useStore(words);
export const useLanguage = (): Language => useWords().language;
