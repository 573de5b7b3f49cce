/** A command run in this process as the command line would run it, and what it said. */
import { vi } from 'vitest';
import type { MakeCommand } from '../../src/commands/command.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';

export interface Ran {
  readonly printed: readonly string[];
  readonly complained: readonly string[];
  /** Both, a line each. */
  readonly out: string;
  readonly code: number;
}

/** Runs a command with this environment. Rejects where the command line would print the error itself. */
export async function runCommand(
  make: MakeCommand,
  env: Record<string, string>,
  args: readonly string[],
): Promise<Ran> {
  const config = readConfig({ DATABASE_DURABILITY: 'trusted', ...env });
  const log = createLog('silent');
  // Anew for each run: test files share their modules but not their console, which a spy of the module would miss.
  using print = vi.spyOn(console, 'log').mockImplementation(() => {});
  using complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  process.exitCode = 0;
  try {
    await make({ config: () => config, log: () => log }).parseAsync([...args], { from: 'user' });
    const [printed, complained] = [print, complain].map(({ mock }) => mock.calls.map(([line]) => String(line))) as [
      string[],
      string[],
    ];
    return { printed, complained, out: [...printed, ...complained].join('\n'), code: Number(process.exitCode) };
  } finally {
    process.exitCode = 0;
  }
}
