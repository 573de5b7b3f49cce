import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** Each room may import from itself and those before it. Files directly in `src` are their own room, by name. */
const ROOMS = [
  ['ledger'],
  ['wallet'],
  // What has no business in it, for everybody from the database on.
  ['setting.ts', 'config.ts', 'log.ts', 'data-dir.ts', 'tokens.ts', 'telemetry'],
  ['database'],
  ['queries'],
  ['engine'],
  // Feeds bring in what other systems list, such as customers and products; they change no money.
  ['faces', 'feeds'],
  // A shop for trial, made through the engine; copies of everything, for the day that the database is gone.
  ['demo', 'backup'],
  ['commands', 'service.ts', 'signals.ts', 'main.ts'],
] as const;

/** The pure rooms: nothing from npm, and of Node only what the journal's hashes need. */
const PURE: Readonly<Record<string, readonly string[]>> = { ledger: ['node:crypto'], wallet: [] };

const IMPORT =
  /(?:^|[\n;])\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'/g;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

const roomOf = (file: string): string => file.split('/')[0] ?? file;
const placeOf = (room: string): number => ROOMS.findIndex((rooms) => (rooms as readonly string[]).includes(room));

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

test('every file of src is in a known room', () => {
  expect(files.filter((file) => placeOf(roomOf(file)) === -1)).toEqual([]);
});

test('imports run one way: a room imports from itself and the rooms before it', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('.'))
      .map((target) => relative(SRC, join(SRC, dirname(file), target)))
      .filter((target) => !target.startsWith('..') && placeOf(roomOf(target)) > placeOf(roomOf(file)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('the ledger and the wallet import nothing that does I/O, and no package', () => {
  const wrong = files.flatMap((file) => {
    const allowed = PURE[roomOf(file)];
    if (!allowed) return [];
    return importsOf(file)
      .filter((target) => !target.startsWith('.') && !allowed.includes(target))
      .map((target) => `${file} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('Node is imported by its full name, so that a package can never take its place', () => {
  const wrong = files.filter((file) => importsOf(file).some((target) => builtinModules.includes(target)));
  expect(wrong).toEqual([]);
});

test('the imports are really found', () => {
  expect(importsOf('main.ts')).toContain('./commands/list.ts');
  expect(importsOf('service.ts')).toContain('./engine/engine.ts');
});
