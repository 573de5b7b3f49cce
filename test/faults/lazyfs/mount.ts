/** A file system that keeps what was synchronised, and forgets all the rest when it is told to: a mount of LazyFS. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { promisify } from 'node:util';
import { argumentsOf, COMMANDS, configOf, type Places, READY } from './words.ts';

const execute = promisify(execFile);
/** Beside the mount. Named from there: LazyFS takes a path with `-o` in it for an option. */
const CONFIG = 'config.toml';

export interface Forgotten {
  readonly bytes: number;
  /** How full its memory was: at 100 it had begun to write through. */
  readonly percent: number;
}

export class LazyFs {
  readonly #home: string;
  readonly #places: Places;
  readonly #child: ChildProcess;
  readonly #lines: Interface;
  readonly #ended: Promise<never>;
  #said = '';

  private constructor(home: string, places: Places, child: ChildProcess) {
    this.#home = home;
    this.#places = places;
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> });
    this.#lines.on('line', (line) => this.#hear(`${line}\n`));
    child.stderr?.setEncoding('utf8').on('data', (text) => this.#hear(text));
    this.#ended = new Promise((_, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => reject(new Error(`LazyFS ended with ${code ?? signal}: ${this.#said}`)));
    });
    this.#ended.catch(() => {});
  }

  /** Mounts it in a directory of its own; throws with what LazyFS said where that can't be. */
  static async mount(program: string): Promise<LazyFs> {
    const home = await mkdtemp(join(tmpdir(), 'pochi-lazyfs-'));
    const places = { fifo: join(home, 'commands'), kept: join(home, 'kept'), mount: join(home, 'mount') };
    for (const directory of [places.kept, places.mount]) await mkdir(directory);
    // When root runs it, the database's own user has to get in.
    for (const directory of [home, places.kept]) await chmod(directory, 0o711);
    await writeFile(join(home, CONFIG), configOf(places));
    const args = argumentsOf(places, CONFIG, process.getuid?.() === 0);
    const child = spawn(program, args, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
    const lazyfs = new LazyFs(home, places, child);
    try {
      await lazyfs.#heard(READY);
      return lazyfs;
    } catch (error) {
      await lazyfs.remove();
      throw error;
    }
  }

  get directory(): string {
    return this.#places.mount;
  }

  /** Drops everything that was not synchronised, as a power cut does. */
  async forget(): Promise<Forgotten> {
    const [, percent] = await this.#command('usage');
    const [, bytes] = await this.#command('unsynced');
    await this.#command('clear');
    return { bytes: Number(bytes ?? 0), percent: Number(percent) };
  }

  /** Takes everything up to now for synchronised. */
  async keep(): Promise<void> {
    await this.#command('keep');
  }

  /** Unmounts it and removes what it kept. */
  async remove(): Promise<void> {
    const gone = this.#child.exitCode === null && this.#child.signalCode === null ? once(this.#child, 'close') : null;
    if (this.#child.kill('SIGTERM')) await gone;
    // It has unmounted itself, unless it broke down.
    await execute('umount', ['-l', this.#places.mount]).catch(() => {});
    await rm(this.#home, { recursive: true, force: true });
  }

  async #command(name: keyof typeof COMMANDS): Promise<RegExpExecArray> {
    const [command, done] = COMMANDS[name];
    const heard = this.#heard(done);
    // Without waiting: nobody reads any more where it broke down.
    await writeFile(this.#places.fifo, `${command}\n`, { flag: constants.O_WRONLY | constants.O_NONBLOCK });
    return heard;
  }

  #heard(pattern: RegExp): Promise<RegExpExecArray> {
    const { promise, resolve } = Promise.withResolvers<RegExpExecArray>();
    const listen = (line: string) => {
      const found = pattern.exec(line);
      if (found) resolve(found);
    };
    this.#lines.on('line', listen);
    return Promise.race([promise, this.#ended]).finally(() => this.#lines.off('line', listen));
  }

  /** Enough to tell what went wrong. */
  #hear(text: string): void {
    this.#said = (this.#said + text).slice(-2_000);
  }
}
