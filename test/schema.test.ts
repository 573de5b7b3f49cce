import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { dumpSchema } from '../scripts/schema-dump.ts';
import { createTestDatabase } from './support/database.ts';

const FILE = new URL('../database/schema.txt', import.meta.url);

test('database/schema.txt is what the migrations make', async () => {
  const database = await createTestDatabase();
  const schema = await dumpSchema(database.owner);
  await database.drop();
  if (process.env.UPDATE_SCHEMA) await writeFile(FILE, schema);
  expect(schema).toBe(await readFile(FILE, 'utf8'));
});
