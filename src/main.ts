/** The command line. `npx pochi --help` lists what there is. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Context } from './commands/command.ts';
import { COMMANDS } from './commands/list.ts';
import { type Config, readConfig } from './config.ts';
import { createLog, type Log, redact } from './log.ts';

const { version, description } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

let config: Config | null = null;
let log: Log | null = null;

const context: Context = {
  config() {
    config ??= readConfig(process.env);
    return config;
  },
  log() {
    log ??= createLog(context.config().logLevel);
    return log;
  },
};

/** Nobody caught it, so nobody knows what state it left behind: end, and start afresh. */
function crash(error: unknown): never {
  createLog('fatal').fatal({ err: error }, 'an unexpected error ends the process');
  process.exit(1);
}
process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);

/** One line for whoever typed the command; the whole story at LOG_LEVEL=debug. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (config?.logLevel === 'debug' || config?.logLevel === 'trace') return error.stack ?? error.message;
  if ('code' in error && error.code === 'EADDRINUSE') return `PORT ${config?.port} is taken by another program`;
  // A host with several network addresses fails once for each, and the sum of it has no message of its own.
  const causes = error instanceof AggregateError ? error.errors.map(({ message }) => message).join('; ') : '';
  return (error.message || causes || error.name).replaceAll('\n', ' ');
}

const program = new Command('pochi').description(description).version(version);
for (const make of COMMANDS) program.addCommand(make(context));

try {
  await program.parseAsync();
} catch (error) {
  console.error(`pochi: ${redact(explain(error))}`);
  process.exit(1);
}
