/** A mapping: which operations each record of a foreign file stands for. See docs/operating/import.md. */
import { readFile } from 'node:fs/promises';
import { JsonProblem, parseJson } from '../../faces/wire/json.ts';
import { numberText } from '../../faces/wire/json-number.ts';
import { type Fields, isFields } from './source.ts';

export interface Mapping {
  /** Operations that stand before the first record; no placeholders. */
  readonly first: readonly Fields[];
  /** Operations of each record. `{column}` in a text is what the record has there. */
  readonly each: readonly Fields[];
}

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** Throws an Error of one line where the file is no mapping. */
export async function readMapping(path: string): Promise<Mapping> {
  const value = parseMapping(await readFile(path, 'utf8'), path);
  if (!isFields(value)) throw new Error(`${path} is no JSON object`);
  const { first = [], each, ...rest } = value;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new Error(`${path}: ${unknown} is not known; there are first and each`);
  const mapping = { first: operations(path, 'first', first), each: operations(path, 'each', each) };
  if (placeholders(mapping.first).length > 0) throw new Error(`${path}: first has no record to take a column from`);
  return mapping;
}

function parseMapping(text: string, path: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonProblem)
      throw new Error(`${path} is no JSON: ${error.message} at ${error.pointer || 'the top'}`);
    throw error;
  }
}

function operations(path: string, name: string, value: unknown): Fields[] {
  if (Array.isArray(value) && value.every(isFields)) return value;
  throw new Error(`${path}: ${name} is a list of operations`);
}

/** The columns that a mapping speaks of. */
export const columnsOf = (mapping: Mapping): string[] => placeholders(mapping.each);

function placeholders(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  if (Array.isArray(value)) return value.flatMap(placeholders);
  return isFields(value) ? Object.values(value).flatMap(placeholders) : [];
}

/** The operations that a record stands for. A field that is nothing but an empty column is left out. */
export const mapped = (mapping: Mapping, record: Fields): Fields[] =>
  mapping.each.map((operation) => filled(operation, record) as Fields);

function filled(template: unknown, record: Fields): unknown {
  if (typeof template === 'string') return filledText(template, record);
  if (Array.isArray(template)) return template.map((part) => filled(part, record) ?? null);
  if (!isFields(template)) return template;
  const parts = Object.entries(template).map(([name, part]) => [name, filled(part, record)] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}

function filledText(template: string, record: Fields): string | undefined {
  const text = template.replace(PLACEHOLDER, (_, name: string) => textOf(record[name]));
  return text === '' && template !== '' ? undefined : text;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (numberText(value) ?? ''));
