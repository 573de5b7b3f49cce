/** Requests that were answered wrongly once: kept, and sent again for ever. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttackRequest } from './requests.ts';
import { generic, particular, type World } from './world.ts';

const FOLDER = join(import.meta.dirname, 'found');

interface Found {
  /** What was wrong when it was found. */
  readonly faults: readonly string[];
  readonly request: AttackRequest;
}

/** Every request that is kept, with the name of its file. */
export const kept = (): (Found & { readonly name: string })[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ({ name, ...(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Found) }));

/** Keeps a request, with what is only of this world named by its place in it. */
export function keep(request: AttackRequest, faults: readonly string[], world: World): void {
  const text = generic(JSON.stringify({ faults, request }, null, 2), world);
  const name = `${request.operation}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, name), `${text}\n`);
}

/** A request that was kept, in another world. */
export const inWorld = (request: AttackRequest, world: World): AttackRequest =>
  JSON.parse(particular(JSON.stringify(request), world)) as AttackRequest;
