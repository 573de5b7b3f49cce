/** The commands, in the order in which `pochi --help` shows them. A new one adds its line here. */
import { backupCommand } from './backup.ts';
import { checkpointCommand } from './checkpoint.ts';
import type { MakeCommand } from './command.ts';
import { customerCommand } from './customer.ts';
import { eventsCommand } from './events.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { restoreCommand } from './restore.ts';
import { startCommand } from './start.ts';
import { syncCommand } from './sync.ts';
import { tokenCommand } from './token.ts';
import { verifyCommand } from './verify.ts';

export const COMMANDS: readonly MakeCommand[] = [
  startCommand,
  migrateCommand,
  tokenCommand,
  verifyCommand,
  checkpointCommand,
  importCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  syncCommand,
  customerCommand,
  eventsCommand,
];
