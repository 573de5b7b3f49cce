/** Runs one program to its end, as another user where one is given, and deaf to the terminal's Ctrl-C. */
import { spawn } from 'node:child_process';

/** Whom to run as; null for the user that we are. */
export type RunAs = { readonly uid: number; readonly gid: number } | null;

export interface Finished {
  readonly code: number | null;
  /** Standard output and error, as they came. */
  readonly output: string;
}

export function run(program: string, args: readonly string[], user: RunAs = null): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(user ?? {}),
      // The other user may not be able to enter the current directory.
      cwd: '/',
      // Nothing of ours: neither PG* variables, nor a language, nor a temporary directory that only we can enter.
      env: { PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      // A process group of its own, so that Ctrl-C can't break it off half-way.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Like `run`, but anything other than success is an error that carries what the program said. */
export async function mustRun(program: string, args: readonly string[], user: RunAs = null): Promise<string> {
  const { code, output } = await run(program, args, user);
  if (code === 0) return output;
  throw new Error(`${program} ${args.join(' ')} ended with ${code ?? 'a signal'}: ${output.trim()}`);
}
