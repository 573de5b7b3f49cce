import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keptSecret } from './data-dir.ts';

const root = await mkdtemp(join(tmpdir(), 'pochi-data-dir-'));
afterAll(() => rm(root, { recursive: true }));

test('a secret is made once, for its owner alone, and kept', async () => {
  const dataDir = join(root, 'kept');
  const secret = await keptSecret(dataDir, 'jwt.secret');
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(await keptSecret(dataDir, 'jwt.secret')).toBe(secret);
  expect((await stat(join(dataDir, 'jwt.secret'))).mode & 0o777).toBe(0o600);
});

test('of many that make a secret at once all get the same, and no draft is left', async () => {
  const dataDir = join(root, 'raced');
  const secrets = await Promise.all(Array.from({ length: 50 }, () => keptSecret(dataDir, 'one')));
  expect(new Set(secrets).size).toBe(1);
  expect(await readdir(dataDir)).toEqual(['one']);
});
