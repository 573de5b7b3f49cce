import { Command } from 'commander';
import { openDatabase } from '../database/open.ts';
import type { MakeCommand } from './command.ts';

export const migrateCommand: MakeCommand = (context) =>
  new Command('migrate').description('bring the database to the newest migration').action(async () => {
    const database = await openDatabase(context.config(), context.log(), { beside: true });
    await database.close();
    console.log(database.migrated.length === 0 ? 'nothing to migrate' : database.migrated.join('\n'));
  });
