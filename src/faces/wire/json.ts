/**
 * A strict parser of RFC 8259. It refuses what other parsers read differently or lose: keys that are there twice, NUL and
 * lone surrogates, exponents and negative zero, deep nesting. Numbers keep the letters they were written with.
 */
import { JsonNumber } from './json-number.ts';

export const MAX_DEPTH = 32;
export const MAX_NUMBER_LENGTH = 40;

/** Text that is not such a document. */
export class JsonProblem extends Error {
  /** JSON pointer (RFC 6901) of the value that was being read. */
  readonly pointer: string;

  constructor(message: string, pointer: string) {
    super(message);
    this.name = 'JsonProblem';
    this.pointer = pointer;
  }
}

/** Reads one JSON document. Throws JsonProblem. */
export function parseJson(text: string): unknown {
  if (!text.isWellFormed()) throw new JsonProblem('a text must not hold half of a surrogate pair', '');
  return new Parser(text).document();
}

const [TAB, LINE_FEED, RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20];
const [QUOTE, COMMA, MINUS, DOT, ZERO, NINE, COLON] = [0x22, 0x2c, 0x2d, 0x2e, 0x30, 0x39, 0x3a];
const [OPEN_ARRAY, BACKSLASH, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5c, 0x5d, 0x7b, 0x7d];
const [UPPER_E, LOWER_E, LOWER_F, LOWER_N, LOWER_T, LOWER_U] = [0x45, 0x65, 0x66, 0x6e, 0x74, 0x75];

const ESCAPES = new Map(
  Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }).map(
    ([letter, meaning]) => [letter.charCodeAt(0), meaning] as const,
  ),
);
const HEX4 = /^[0-9a-fA-F]{4}$/;

// Every whole number of so few letters is exact.
const SURELY_EXACT = 15;

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

class Parser {
  readonly #text: string;
  #at = 0;
  /** Keys and indexes on the way to the value that is being read; only the first `#depth` count. */
  readonly #path: (string | number)[] = [];
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): unknown {
    const value = this.#value();
    if (!Number.isNaN(this.#peek())) this.#fail('something stands behind the end of the document');
    return value;
  }

  #value(): unknown {
    const code = this.#peek();
    switch (code) {
      case QUOTE:
        return this.#string();
      case OPEN_OBJECT:
        return this.#object();
      case OPEN_ARRAY:
        return this.#array();
      case LOWER_T:
        return this.#word('true', true);
      case LOWER_F:
        return this.#word('false', false);
      case LOWER_N:
        return this.#word('null', null);
      default:
        if (isDigit(code) || code === MINUS) return this.#number();
        return this.#fail('this is not JSON: a value was expected');
    }
  }

  /** Skips white space; the code of the next character, NaN at the end. */
  #peek(): number {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== SPACE && code !== LINE_FEED && code !== RETURN && code !== TAB) return code;
      this.#at += 1;
    }
  }

  #object(): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    const level = this.#enter();
    if (this.#peek() === CLOSE_OBJECT) return this.#leave(object);
    for (;;) {
      if (this.#peek() !== QUOTE) this.#fail('this is not JSON: a key was expected');
      const key = this.#string();
      this.#path[level] = key;
      this.#depth = level + 1;
      if (Object.hasOwn(object, key)) this.#fail('this key is there twice');
      if (this.#peek() !== COLON) this.#fail('this is not JSON: a colon was expected');
      this.#at += 1;
      this.#put(object, key, this.#value());
      const more = this.#another(CLOSE_OBJECT);
      this.#depth = level;
      if (!more) return this.#leave(object);
    }
  }

  #put(object: Record<string, unknown>, key: string, value: unknown): void {
    if (key !== '__proto__') object[key] = value;
    else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  }

  #array(): unknown[] {
    const array: unknown[] = [];
    const level = this.#enter();
    if (this.#peek() === CLOSE_ARRAY) return this.#leave(array);
    for (;;) {
      this.#path[level] = array.length;
      this.#depth = level + 1;
      array.push(this.#value());
      const more = this.#another(CLOSE_ARRAY);
      this.#depth = level;
      if (!more) return this.#leave(array);
    }
  }

  #enter(): number {
    if (this.#depth >= MAX_DEPTH) this.#fail(`values are nested deeper than ${MAX_DEPTH} levels`);
    this.#at += 1;
    return this.#depth;
  }

  #leave<T>(container: T): T {
    this.#at += 1;
    return container;
  }

  /** Whether a comma comes, which is skipped, and not the end. */
  #another(end: number): boolean {
    const code = this.#peek();
    if (code === end) return false;
    if (code !== COMMA) this.#fail('this is not JSON: a comma or the end was expected');
    this.#at += 1;
    return true;
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) this.#fail('this is not JSON: a value was expected');
    this.#at += word.length;
    return value;
  }

  #number(): number | JsonNumber {
    const start = this.#at;
    if (this.#text.charCodeAt(start) === MINUS) this.#at += 1;
    const first = this.#at;
    if (this.#digits() > 1 && this.#text.charCodeAt(first) === ZERO) this.#fail('a number must not begin with a zero');
    const whole = this.#text.charCodeAt(this.#at) !== DOT;
    if (!whole) {
      this.#at += 1;
      this.#digits();
    }
    const next = this.#text.charCodeAt(this.#at);
    if (next === LOWER_E || next === UPPER_E) this.#fail('a number must be written without an exponent');
    return this.#exact(this.#text.slice(start, this.#at), whole);
  }

  #digits(): number {
    const start = this.#at;
    while (isDigit(this.#text.charCodeAt(this.#at))) this.#at += 1;
    if (this.#at === start) this.#fail('this is not JSON: a digit was expected');
    return this.#at - start;
  }

  #exact(literal: string, whole: boolean): number | JsonNumber {
    if (literal.length > MAX_NUMBER_LENGTH) this.#fail(`a number has at most ${MAX_NUMBER_LENGTH} characters`);
    const value = Number(literal);
    if (Object.is(value, -0)) this.#fail('a number must not be a negative zero');
    if (whole && literal.length <= SURELY_EXACT) return value;
    const exact = String(value) === literal && (Number.isSafeInteger(value) || !Number.isInteger(value));
    return exact ? value : new JsonNumber(literal);
  }

  /** The string whose opening quote is next. */
  #string(): string {
    const text = this.#text;
    const start = this.#at + 1;
    let at = start;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) break;
      if (code === BACKSLASH) return this.#escapedString(start, at);
      if (!(code >= SPACE))
        this.#failAt(at, 'a text must not hold control characters as they are, and ends with a quote');
      at += 1;
    }
    this.#at = at + 1;
    return text.slice(start, at);
  }

  /** A string with escapes, the first of them at `at`. */
  #escapedString(start: number, at: number): string {
    const text = this.#text;
    let value = '';
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        value += text.slice(start, at);
        this.#at = at + 1;
        value += this.#escape();
        at = this.#at;
        start = at;
      } else {
        if (!(code >= SPACE))
          this.#failAt(at, 'a text must not hold control characters as they are, and ends with a quote');
        at += 1;
      }
    }
    value += text.slice(start, at);
    this.#at = at + 1;
    if (!value.isWellFormed()) this.#fail('a text must not hold half of a surrogate pair');
    return value;
  }

  #escape(): string {
    const code = this.#text.charCodeAt(this.#at);
    this.#at += 1;
    if (code === LOWER_U) return this.#unicodeEscape();
    return ESCAPES.get(code) ?? this.#fail('this is not JSON: there is no such escape');
  }

  #unicodeEscape(): string {
    const digits = this.#text.slice(this.#at, this.#at + 4);
    if (!HEX4.test(digits)) this.#fail('this is not JSON: four hexadecimal digits were expected');
    if (digits === '0000') this.#fail('a text must not hold the NUL character');
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #failAt(at: number, message: string): never {
    this.#at = at;
    return this.#fail(message);
  }

  #fail(message: string): never {
    throw new JsonProblem(message, this.#pointer());
  }

  #pointer(): string {
    return this.#path
      .slice(0, this.#depth)
      .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join('');
  }
}
