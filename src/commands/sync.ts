import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import { ConfigError } from '../config.ts';
import { openDatabase } from '../database/open.ts';
import { createPool } from '../database/pool.ts';
import { Loyverse } from '../feeds/loyverse.ts';
import { syncList } from '../feeds/sync.ts';
import type { MakeCommand } from './command.ts';
import { openFeedTarget } from './feed-target.ts';
import { printTally } from './print-tally.ts';

/** `pochi sync loyverse`: what changed there since the last time. Run it as often as the copy has to be fresh. */
export const syncCommand: MakeCommand = (context) =>
  new Command('sync').description('bring customers and products up to date from a till').addCommand(
    new Command('loyverse')
      .description('from Loyverse: see LOYVERSE_TOKEN and CATALOGUE_CURRENCY')
      .option('--ledger <name>', 'the ledger that they belong to', 'main')
      .action(async ({ ledger }: { readonly ledger: string }) => {
        const config = context.config();
        if (config.loyverseToken === null) throw new ConfigError('LOYVERSE_TOKEN is needed to read from Loyverse');
        const wait = (ms: number) => {
          context.log().warn({ ms: Math.round(ms) }, 'Loyverse does not answer now: waiting to try again');
          return delay(ms);
        };
        const loyverse = new Loyverse({ url: config.loyverseUrl, token: config.loyverseToken, wait });
        const database = await openDatabase(config, context.log(), { beside: true });
        const pool = createPool({ url: database.appUrl, max: 2, log: context.log(), name: 'pochi sync' });
        try {
          const target = await openFeedTarget(pool, config, ledger);
          printTally('customers', await syncList(loyverse, 'customers', target));
          printTally('products', await syncList(loyverse, 'items', target));
        } finally {
          await pool.end();
          await database.close();
        }
      }),
  );
