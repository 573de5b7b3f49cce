/** F11: both instances are replaced one by one, under load, by a version that brings a migration. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TreeCopy } from '../../planted/copy.ts';
import { Times } from './figures.ts';
import { type Run, underLoad } from './run.ts';

/** What clients may meet while an instance goes: a connection that ends, and a word that it can't be served now. */
const RETRIABLE = /^(ECONNRESET|ECONNREFUSED|EPIPE|ABORT_ERR|TimeoutError|AbortError|Error|status 503)$/;

const migrationOf = (n: number): string => `
create table upgrade_${n} (ledger_id bigint not null, id uuid not null, primary key (ledger_id, id));
grant select, insert on upgrade_${n} to pochi_app;
alter table slips add column upgrade_${n} text;
`;

export const upgradeRun: Run = async (options) => {
  const copy = await TreeCopy.make();
  try {
    return await underLoad(options, async (world) => {
      const tookMs: number[] = [];
      const pauses: number[] = [];
      for (let n = 1; n <= options.count; n += 1) {
        const name = `9${String(n).padStart(3, '0')}-upgrade-${n}.sql`;
        await writeFile(join(copy.directory, 'database/migrations', name), migrationOf(n));
        world.clients.takeLongestPause();
        for (const { process } of world.nodes) {
          process.replaceBy(join(copy.directory, 'src/main.ts'));
          await process.end('SIGTERM');
          tookMs.push(await process.start());
          await world.clients.recorded(50);
        }
        pauses.push(world.clients.takeLongestPause());
        options.tell(`upgrade ${n}/${options.count}: nothing was recorded for ${pauses.at(-1)} ms at the longest`);
        await world.check();
      }
      const bad = [...world.clients.failures].filter(([name]) => !RETRIABLE.test(name));
      const ran = await world.sql<{ name: string }>(`select name from pochi_migrations where name like '9%'`);
      return {
        counts: { upgrades: options.count, startMs: new Times(tookMs), pauseMs: new Times(pauses) },
        problems: [
          ...bad.map(([name, times]) => `${times} answers were ${name}`),
          ...(ran.length === options.count ? [] : [`${ran.length} of ${options.count} migrations ran`]),
        ],
      };
    });
  } finally {
    await copy.remove();
  }
};
