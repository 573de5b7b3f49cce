/** What LazyFS is told, and what it says: its configuration, its command line, and the lines of its output. */

export interface Places {
  /** What LazyFS reads its commands from. */
  readonly fifo: string;
  /** Where it keeps what was synchronised. */
  readonly kept: string;
  /** Where its files are seen. */
  readonly mount: string;
}

/** Clean pages stay in its memory too; once that is full it writes through, and there is nothing left to forget. */
const MEMORY = '768mb';

export const configOf = ({ fifo }: Pick<Places, 'fifo'>): string => `[faults]
fifo_path=${JSON.stringify(fifo)}
[cache]
apply_eviction=false
[cache.simple]
custom_size="${MEMORY}"
blocks_per_page=1
[filesystem]
log_all_operations=false
logfile=""
`;

/**
 * In the foreground, to be waited for, and with one thread: several would change its maps under each other. Where we are
 * root, PostgreSQL runs as somebody else, who has to get in.
 */
export function argumentsOf({ kept, mount }: Omit<Places, 'fifo'>, config: string, isRoot: boolean): string[] {
  const options = [...(isRoot ? ['allow_other'] : []), 'modules=subdir', `subdir=${kept}`];
  return [mount, '--config-path', config, '-o', options.join(','), '-f', '-s'];
}

/** A command, and the line that says that it is done. */
export const COMMANDS = {
  clear: ['lazyfs::clear-cache', /cache is cleared/],
  keep: ['lazyfs::cache-checkpoint', /checkpoint is done/],
  unsynced: ['lazyfs::unsynced-data-report', /bytes un-fsynced: (\d+)|all data blocks are synced/],
  usage: ['lazyfs::display-cache-usage', /cache usage \(%pages\) is ([\d.e+-]+)%/],
} as const satisfies Record<string, readonly [command: string, done: RegExp]>;

export const READY = /waiting for fault commands/;
