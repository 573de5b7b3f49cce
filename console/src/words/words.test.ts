/** Both languages say the same things, all that they say is used, and nothing is said in the code itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '..');
const LANGUAGES = ['en', 'sw'] as const;

/** `desk.newSlip.title` and what it says. */
type Words = ReadonlyMap<string, string>;

function wordsOf(language: string): Words {
  const words = new Map<string, string>();
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'string') words.set(path, value);
    else for (const [key, inner] of Object.entries(value as object)) walk(`${path}.${key}`, inner);
  };
  const folder = join(SRC, 'words', language);
  for (const file of readdirSync(folder))
    walk(file.replace(/\.json$/, ''), JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return words;
}

const all: Readonly<Record<string, Words>> = Object.fromEntries(LANGUAGES.map((one) => [one, wordsOf(one)]));
const english = all.en as Words;

/** The holes of a message by their kind; the text of plurals may differ from language to language. */
function holesOf(message: string): string[] {
  const holes = new Set<string>();
  const walk = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const part of parts) {
      if (part.type !== 0 && 'value' in part) holes.add(`${part.type} ${part.value}`);
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value);
      if ('children' in part) walk(part.children);
    }
  };
  walk(new IntlMessageFormat(message, 'en').getAst());
  return [...holes].toSorted();
}

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test\.tsx?|d\.ts)$/.test(file))
  .map((file) => ({ file, source: parse(file) }));

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest, true, kindOf(file));
}

function kindOf(file: string): ts.ScriptKind {
  return file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  node.forEachChild((child) => visit(child, each));
}

/** The text of a literal; of a template what stands before its first hole, with a star. */
function patternOf(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [`${node.head.text}*`];
  if (ts.isConditionalExpression(node)) return [...patternOf(node.whenTrue), ...patternOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return patternOf(node.expression);
  return ['*'];
}

/** Every `useTranslations('a.b')` in a file, and every call of what it gave: `t('c')` uses `a.b.c`. */
function usesOf(source: ts.SourceFile): string[] {
  const spaces = new Map<string, string[]>();
  visit(source, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return;
    const made = node.initializer;
    if (!made || !ts.isCallExpression(made) || made.expression.getText(source) !== 'useTranslations') return;
    const [space = ''] = patternOf(made.arguments[0]);
    spaces.set(node.name.text, [...(spaces.get(node.name.text) ?? []), space]);
  });
  const uses: string[] = [];
  visit(source, (node) => {
    if (!ts.isCallExpression(node)) return;
    const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : node.expression;
    const names = ts.isIdentifier(called) ? spaces.get(called.text) : undefined;
    for (const space of names ?? []) for (const key of patternOf(node.arguments[0])) uses.push(`${space}.${key}`);
  });
  return uses;
}

const used = sources.flatMap(({ source }) => usesOf(source));
const isUsed = (key: string): boolean =>
  used.some((use) => (use.endsWith('*') ? key.startsWith(use.slice(0, -1)) : use === key));

/** Attributes that people see or hear. */
const SPOKEN = new Set(['label', 'title', 'placeholder', 'alt', 'hint', 'aria-label', 'aria-description', 'caption']);
const LETTERS = /\p{L}{2,}/u;

function saidInCode(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const note = (node: ts.Node, text: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${source.fileName}:${line + 1} ${text.trim()}`);
  };
  visit(source, (node) => {
    if (ts.isJsxText(node) && LETTERS.test(node.text)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
      if (!ts.isJsxAttribute(node.parent) && LETTERS.test(node.expression.text)) note(node, node.expression.text);
    }
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText(source))) {
      const value = node.initializer;
      if (value && ts.isStringLiteral(value) && LETTERS.test(value.text)) note(node, value.text);
    }
  });
  return found;
}

test('each language has every key of the other, and no more', () => {
  for (const language of LANGUAGES)
    expect([...(all[language] as Words).keys()].toSorted()).toEqual([...english.keys()].toSorted());
});

describe.each(LANGUAGES)('%s', (language) => {
  test('has a sentence under each key, with the holes of the English one', () => {
    for (const [key, message] of all[language] as Words) {
      expect([key, message.trim()]).not.toEqual([key, '']);
      expect([key, holesOf(message)]).toEqual([key, holesOf(english.get(key) ?? '')]);
    }
  });
});

test('every key is used somewhere', () => {
  expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
});

test('nothing visible is written in the code', () => {
  expect(sources.flatMap(({ source }) => (source.fileName.endsWith('.tsx') ? saidInCode(source) : []))).toEqual([]);
});

test('what is written in the code is really found', () => {
  const source = ts.createSourceFile(
    'sample.tsx',
    `const a = <p title="Hello you">Some text {'more of it'} <b aria-hidden>x</b></p>`,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  expect(saidInCode(source)).toHaveLength(3);
});
