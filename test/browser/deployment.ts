/** A console of a test's own, and later versions of it as a deployment brings them. */
import { appendFile, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONSOLE_FOLDER } from '../../src/faces/http/console/serve.ts';
import { SETTINGS } from '../support/http.ts';
import { buildConsole, type ConsoleUnderTest, openConsole } from './console.ts';

export interface Deployment extends ConsoleUnderTest {
  /** Where the console is served from: a copy, which a test may change. */
  readonly folder: string;
}

/** A console that is served from a copy of its own. */
export async function openDeployment(): Promise<Deployment> {
  buildConsole();
  const folder = await mkdtemp(join(tmpdir(), 'pochi-deployment-'));
  await cp(CONSOLE_FOLDER, folder, { recursive: true });
  const served = await openConsole({
    settings: { ...SETTINGS, console: { environment: 'development', oidc: null, folder } },
  });
  const close = async () => {
    await served.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...served, folder, close };
}

/** Brings another worker, and nothing else. */
export async function deployWorker(folder: string): Promise<void> {
  await appendFile(join(folder, 'sw.js'), '\n// another version\n');
  for (const copy of ['sw.js.br', 'sw.js.gz']) await rm(join(folder, copy), { force: true });
}

const TEXT = /\.(?:js|html|json|webmanifest)$/;

/**
 * Makes a built console a later one in place: every script gets another name, as a build gives it, and `change` may
 * rewrite what is in them. Gives how many it has rewritten.
 */
export async function deployNext(
  folder: string,
  change: (script: string) => string = (script) => script,
): Promise<number> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.filter((one) => /\.(?:br|gz)$/.test(one))) await rm(path);
  const scripts = files.filter(({ name, parentPath }) => name.endsWith('.js') && parentPath.endsWith('assets'));
  const names = new Map(scripts.map(({ name }) => [name, name.replace(/\.js$/, '-next.js')]));
  let changed = 0;
  for (const path of paths.filter((one) => TEXT.test(one))) {
    const before = await readFile(path, 'utf8');
    const after = path.endsWith('.js') ? change(before) : before;
    if (after !== before) changed += 1;
    await writeFile(path, renamed(after, names));
  }
  for (const { name, parentPath } of scripts)
    await rename(join(parentPath, name), join(parentPath, names.get(name) ?? name));
  const worker = join(folder, 'sw.js');
  // The worker tells by this that the shell is another one.
  await writeFile(worker, (await readFile(worker, 'utf8')).replaceAll('"revision":"', '"revision":"next-'));
  return changed;
}

function renamed(text: string, names: ReadonlyMap<string, string>): string {
  return text.replaceAll(/[\w.$-]+\.js\b/g, (name) => names.get(name) ?? name);
}
