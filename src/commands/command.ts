/** What every command of the command line is given. */
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';

export interface Context {
  /** The settings of the environment. Throws ConfigError, so it is read when a command runs, not when it is listed. */
  config(): Config;
  log(): Log;
}

export type MakeCommand = (context: Context) => Command;
