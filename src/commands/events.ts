import { Command, InvalidArgumentError } from 'commander';
import { openDatabase } from '../database/open.ts';
import { createPool } from '../database/pool.ts';
import { type ReplayTally, replayEvents } from '../faces/amqp/replay.ts';
import { AssetRegistry } from '../queries/asset-registry.ts';
import { LedgerNames } from '../queries/ledgers.ts';
import { EVENT_TYPES, type EventType } from '../wallet/events.ts';
import { type Bound, bound, firstBlock, lastBlock } from './bounds.ts';
import type { Context, MakeCommand } from './command.ts';
import { createProgress } from './progress.ts';

interface ReplayOptions {
  readonly from: Bound;
  readonly to?: Bound;
  readonly types?: ReadonlySet<EventType>;
  readonly ledger: string;
}

export const eventsCommand: MakeCommand = (context) =>
  new Command('events').description('what was committed, as other services are told of it').addCommand(
    new Command('replay')
      .description('publish events once more, under the ids that they always have')
      .requiredOption('--from <bound>', 'the first block: its height, or a time such as 2026-01-31T00:00:00Z', bound)
      .option('--to <bound>', 'the last block; the newest by default', bound)
      .option('--types <list>', 'only these types, with commas between', typeList)
      .option('--ledger <name>', 'the ledger', 'main')
      .action(async (options: ReplayOptions) => {
        const { published, unheard } = await replay(context, options);
        console.log(`${published} events published${unheard > 0 ? `; ${unheard} that no queue is bound for` : ''}`);
      }),
  );

async function replay(context: Context, options: ReplayOptions): Promise<ReplayTally> {
  const config = context.config();
  if (config.amqpUrl === null) throw new Error('AMQP_URL is not set: there is no broker to publish to');
  const database = await openDatabase(config, context.log(), { beside: true });
  const pool = createPool({ url: database.appUrl, max: 2, log: context.log(), name: 'pochi events' });
  const progress = createProgress();
  try {
    const ledgerId = await new LedgerNames(pool).find(options.ledger);
    if (ledgerId === null) throw new Error(`there is no ledger ${options.ledger}`);
    const from = await firstBlock(pool, ledgerId, options.from);
    const to = await lastBlock(pool, ledgerId, options.to);
    const blocks = Number(to - from) + 1;
    return await replayEvents(
      {
        url: config.amqpUrl,
        topology: { exchange: config.amqpExchange, queue: config.amqpQueue },
        database: pool,
        assets: new AssetRegistry(pool),
        onProgress: (height) => progress.update(Number(height - from), blocks, `block ${height}`),
      },
      { ledgerId, from, to, types: options.types ?? null },
    );
  } finally {
    progress.end();
    await pool.end();
    await database.close();
  }
}

function typeList(text: string): ReadonlySet<EventType> {
  const types = text.split(',');
  const unknown = types.find((type) => !(EVENT_TYPES as readonly string[]).includes(type));
  if (unknown !== undefined) throw new InvalidArgumentError(`${unknown} is none of ${EVENT_TYPES.join(', ')}.`);
  return new Set(types as EventType[]);
}
