import { writeFile } from 'node:fs/promises';
import { generate } from './generate.ts';

const { types, access } = await generate();
await writeFile(new URL('../src/api/schema.d.ts', import.meta.url), types);
await writeFile(new URL('../src/api/access.ts', import.meta.url), access);
console.log('console/src/api/schema.d.ts and access.ts are up to date');
