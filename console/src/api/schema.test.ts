import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generate } from '../../api-types/generate.ts';

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

test('what the console knows of the API is what the service has; `npm run console:api` brings it up to date', async () => {
  const { types, access } = await generate();
  // As booleans: a difference of thousands of lines helps nobody.
  expect({ types: read('schema.d.ts') === types, access: read('access.ts') === access }).toEqual({
    types: true,
    access: true,
  });
});
