/** What the console says: so that a test finds things by what stands on them, in whichever language. */
import { readFileSync } from 'node:fs';

export type Language = 'en' | 'sw';

/** Gives what stands under a key such as `desk.customer.more`. */
export type Say = (key: string) => string;

const WORDS = new URL('../../../console/src/words/', import.meta.url);

/** Throws where there is no such word, so that a way that nobody goes any more is noticed. */
export function wordsIn(language: Language): Say {
  const areas = new Map<string, unknown>();
  return (key) => {
    const [area = '', ...path] = key.split('.');
    if (!areas.has(area)) areas.set(area, JSON.parse(readFileSync(new URL(`${language}/${area}.json`, WORDS), 'utf8')));
    const found = path.reduce<unknown>((value, name) => (value as Record<string, unknown>)?.[name], areas.get(area));
    if (typeof found !== 'string') throw new Error(`the console has no word ${key}`);
    return found;
  };
}
