/**
 * The sentences that the service says, each with its holes. Code says them in English where it stands; here a sentence is
 * recognized again, so that it can be said in another language with the same words in its holes.
 */

export interface Recognized {
  readonly key: string;
  readonly holes: Readonly<Record<string, string>>;
}

interface Phrase {
  readonly key: string;
  readonly pattern: RegExp;
  /** How many letters stand outside its holes. */
  readonly weight: number;
}

const SPECIAL = /[.*+?^${}()|[\]\\]/g;
const HOLE = /\{\{(\w+)\}\}/g;

/** The names of the holes of a sentence, in their order. */
export const holesOf = (sentence: string): string[] => [...sentence.matchAll(HOLE)].map(([, name = '']) => name);

/** Makes the recognizer of these English sentences, given by key. It gives null for one that is not among them. */
export function phraseBook(sentences: Readonly<Record<string, string>>): (said: string) => Recognized | null {
  const whole = new Map(Object.entries(sentences).map(([key, sentence]) => [sentence, key]));
  const phrases = Object.entries(sentences)
    .filter(([, sentence]) => holesOf(sentence).length > 0)
    .map(
      ([key, sentence]): Phrase => ({ key, pattern: patternOf(sentence), weight: sentence.replace(HOLE, '').length }),
    )
    // Where several fit, the one that leaves least to its holes.
    .sort((a, b) => b.weight - a.weight);
  return (said) => {
    const key = whole.get(said);
    if (key !== undefined) return { key, holes: {} };
    for (const { key, pattern } of phrases) {
      const match = pattern.exec(said);
      if (match) return { key, holes: match.groups ?? {} };
    }
    return null;
  };
}

const patternOf = (sentence: string): RegExp =>
  new RegExp(
    `^${sentence
      .split(HOLE)
      // Between the literal parts stand the names of the holes.
      .map((part, place) => (place % 2 === 0 ? part.replace(SPECIAL, '\\$&') : `(?<${part}>.+)`))
      .join('')}$`,
    's',
  );
