/** Finds LazyFS, which whoever runs this has built: https://github.com/dsrhaslab/lazyfs. */
import { access, constants, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A program that a run needs and that is not here: whoever runs it is told how to get it, and nothing is recorded. */
export class MissingTool extends Error {}

const FUSE = '/dev/fuse';
/** Where its own build puts it, seen from a clone, from the part of it that is the file system, and from there. */
const BUILT = ['lazyfs/build/lazyfs', 'build/lazyfs', 'lazyfs'];
const HOW = 'docs/operating/simulation.md says how to build it';

/** The program that `--lazyfs` names, by itself or by the folder that it was built in. Throws MissingTool. */
export async function findLazyfs(given: string | undefined, fuse = FUSE): Promise<string> {
  if (!(await may(fuse, constants.R_OK | constants.W_OK)))
    throw new MissingTool(`no ${fuse} that we may use: this run needs a Linux with FUSE 3 (fuse3 and libfuse3 of apt)`);
  if (given === undefined)
    throw new MissingTool(`which LazyFS? Name the folder it was built in, or the program, by --lazyfs; ${HOW}`);
  for (const path of [given, ...BUILT.map((place) => join(given, place))])
    if ((await isFile(path)) && (await may(path, constants.X_OK))) return resolve(path);
  throw new MissingTool(`no LazyFS in ${given}: it is neither the program nor has ${BUILT.join(', ')}; ${HOW}`);
}

const may = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isFile() ?? false;
