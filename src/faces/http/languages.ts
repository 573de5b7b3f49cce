/**
 * What people read, in their language: the files of `languages/`, chosen by Accept-Language. Codes, names of fields and
 * data are the same in every language. A new language is a new file with the keys of `en.json`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import i18next from 'i18next';
import { type FieldError, fieldSentence } from '../wire/field-error.ts';
import { Lru } from '../wire/lru.ts';
import { CATALOGUE } from './catalogue.ts';
import { phraseBook } from './phrases.ts';
import type { Problem } from './problem.ts';

export interface LanguageFile {
  /** What each code means. */
  readonly errors: Readonly<Record<string, string>>;
  /** Everything else that is said; see phrases.ts. */
  readonly phrases: Readonly<Record<string, string>>;
  /** What stands on paper: see paper/. */
  readonly paper: PaperWords;
  /** What customers are told on their screens, by kind: see src/faces/push. */
  readonly notices: Readonly<Record<string, NoticeWords>>;
}

export interface PaperWords {
  readonly [word: string]: string | PaperWords;
}

export interface NoticeWords {
  readonly title: string;
  readonly body: string;
  readonly with_amount: string;
}

/** The language that the service is written in, and answers in where it knows none that is asked for. */
export const ENGLISH = 'en';

const FOLDER = new URL('languages/', import.meta.url);
const SUFFIX = '.json';

const read = (file: string): LanguageFile => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));

/** All languages, by their codes. */
export const LANGUAGES: ReadonlyMap<string, LanguageFile> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => [file.slice(0, -SUFFIX.length), read(file)]),
);

const words = i18next.createInstance({
  initAsync: false,
  lng: ENGLISH,
  fallbackLng: ENGLISH,
  resources: Object.fromEntries([...LANGUAGES].map(([language, translation]) => [language, { translation }])),
  // Answers are JSON: nothing in them is HTML.
  interpolation: { escapeValue: false },
});
void words.init();

const recognize = phraseBook(LANGUAGES.get(ENGLISH)?.phrases ?? {});

/** The hole in which a sentence of its own stands. */
const SENTENCE = 'problem';

/** An English sentence of ours in another language; one that is not known stays as it is. */
export function inLanguage(language: string, said: string): string {
  if (language === ENGLISH) return said;
  const found = recognize(said);
  if (!found) return said;
  const { [SENTENCE]: inner, ...holes } = found.holes;
  return words.t(`phrases.${found.key}`, {
    ...holes,
    ...(inner !== undefined && { [SENTENCE]: inLanguage(language, inner) }),
    lng: language,
  });
}

/** The text at this place of the language files, with these words in its holes. */
export const textAt = (language: string, key: string, holes: Readonly<Record<string, string>> = {}): string =>
  words.t(key, { ...holes, lng: language });

export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
}

/** What a problem says in this language. */
export function wordsOf(problem: Problem, language: string): ProblemWords {
  const english = CATALOGUE[problem.code].title;
  if (language === ENGLISH) return { title: english, detail: problem.detail, errors: problem.errors };
  const title = words.t(`errors.${problem.code}`, { lng: language });
  const errors = problem.errors.map(({ field, message }) => ({ field, message: inLanguage(language, message) }));
  return { title, errors, detail: detailOf(problem, language, title, errors) };
}

function detailOf({ code, detail, errors }: Problem, language: string, title: string, told: readonly FieldError[]) {
  if (errors.length > 0) return fieldSentence(told);
  return detail === CATALOGUE[code].title ? title : inLanguage(language, detail);
}

const chosen = new Lru<string>(1000);
const LONGEST_HEADER = 200;

/** The language of a request: of those that we have, the one that its Accept-Language likes best. */
export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const header = headers['accept-language'];
  if (header === undefined || header.length > LONGEST_HEADER) return ENGLISH;
  const known = chosen.get(header);
  if (known !== undefined) return known;
  const language = best(header);
  chosen.set(header, language);
  return language;
}

/** RFC 9110 section 12.5.4; of `sw-TZ` the language counts. */
function best(header: string): string {
  const wanted = header.split(',').map((part) => {
    const [range = '', weight] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = weight === undefined ? 1 : Number(/^q=([01](?:\.[0-9]{0,3})?)$/.exec(weight)?.[1] ?? 0);
    return { language: range.split('-')[0] ?? '', quality };
  });
  const liked = wanted.filter(({ language, quality }) => quality > 0 && LANGUAGES.has(language));
  return liked.sort((a, b) => b.quality - a.quality)[0]?.language ?? ENGLISH;
}

/** A hook for faces whose answers carry a `message` for people. */
export function translateMessage(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  const language = languageOf(request);
  reply.header('content-language', language);
  const message = (payload as { message?: unknown } | null)?.message;
  const foreign = language !== ENGLISH && typeof message === 'string';
  done(null, foreign ? { ...(payload as object), message: inLanguage(language, message) } : payload);
}
