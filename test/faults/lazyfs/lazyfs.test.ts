/** `npm run faults -- lazyfs` does it with the real one, which is not here. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LazyFs } from './mount.ts';
import { findLazyfs, MissingTool } from './program.ts';
import { argumentsOf, COMMANDS, configOf } from './words.ts';

/** Stands for /dev/fuse, and for a file system that is asked and answers, or ends at once. */
const DEVICE = '/dev/null';
const ANSWERS: Readonly<Record<string, string>> = {
  'display-cache-usage': 'cache usage (%pages) is 12.5%',
  'unsynced-data-report': 'report: total number of bytes un-fsynced: 4096 bytes.',
  'clear-cache': 'cache is cleared.',
};
const STAND_IN = `#!/bin/sh
fifo=$(sed -n 's/^fifo_path="\\(.*\\)"$/\\1/p' "$3")
mkfifo "$fifo"
exec 3<>"$fifo"
echo 'waiting for fault commands...'
while read -r command <&3; do
  case $command in
${Object.entries(ANSWERS)
  .map(([command, answer]) => `    lazyfs::${command}) echo '${answer}' ;;`)
  .join('\n')}
  esac
done
`;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pochi-lazyfs-test-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function program(name: string, text: string): Promise<string> {
  const path = join(directory, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text, { mode: 0o755 });
  return path;
}

test('it is found by its own name, and by the folder that it was built in', async () => {
  const path = await program('clone/lazyfs/build/lazyfs', STAND_IN);
  expect(await findLazyfs(path, DEVICE)).toBe(path);
  expect(await findLazyfs(join(directory, 'clone'), DEVICE)).toBe(path);
  expect(await findLazyfs(join(directory, 'clone/lazyfs'), DEVICE)).toBe(path);
});

test('whoever has no FUSE, names no LazyFS, or names none that is there is told what is missing', async () => {
  const missing = (given: string | undefined, fuse: string, message: RegExp) =>
    expect(findLazyfs(given, fuse)).rejects.toThrow(message);
  await missing(directory, join(directory, 'no-fuse'), /no-fuse that we may use.*FUSE 3/);
  await missing(undefined, DEVICE, /by --lazyfs; docs\/operating\/simulation.md says how to build it/);
  await missing(tmpdir(), DEVICE, /no LazyFS in .* neither the program nor has lazyfs\/build\/lazyfs/);
  await expect(findLazyfs(undefined, DEVICE)).rejects.toBeInstanceOf(MissingTool);
});

test('others may look into its mount only where root has made it, and one thread does its work', () => {
  const places = { kept: '/a/kept', mount: '/a/mount' };
  const asRoot = argumentsOf(places, 'config.toml', true);
  expect(asRoot.join(' ')).toBe(
    '/a/mount --config-path config.toml -o allow_other,modules=subdir,subdir=/a/kept -f -s',
  );
  expect(argumentsOf(places, 'config.toml', false)).toContain('modules=subdir,subdir=/a/kept');
});

test('its configuration names the place of its commands, whatever is in that name', () => {
  expect(configOf({ fifo: '/tmp/a "b"' })).toContain('fifo_path="/tmp/a \\"b\\""');
});

test('what it dropped is what it says, also where that is nothing', () => {
  const [, unsynced] = COMMANDS.unsynced;
  expect(unsynced.exec('[lazyfs.cmds]: report: total number of bytes un-fsynced: 6 bytes.')?.[1]).toBe('6');
  expect(unsynced.exec('[lazyfs.cmds]: report: all data blocks are synced!')?.[1]).toBeUndefined();
});

test('it is asked how much there is to drop, and has dropped it once it says so', async () => {
  const disk = await LazyFs.mount(await program('stand-in', STAND_IN));
  try {
    expect(await disk.forget()).toEqual({ bytes: 4_096, percent: 12.5 });
  } finally {
    await disk.remove();
  }
});

test('where it does not start, what it said is told', async () => {
  const path = await program('broken', '#!/bin/sh\necho no libfuse3 >&2\nexit 127\n');
  await expect(LazyFs.mount(path)).rejects.toThrow(/LazyFS ended with 127: no libfuse3/);
});
