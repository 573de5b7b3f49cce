/** Starts the server again, on the same port, when it died under us: kill -9, out of memory. */
import type { Log } from '../../log.ts';
import { runningPostmaster, type Server, startPostmaster } from './postmaster.ts';

const EVERY_MS = 250;

/** Gives what to call, and wait for, before the server is stopped on purpose. */
export function watchPostmaster(server: Server, port: number, log: Log): () => Promise<void> {
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const look = async () => {
    try {
      if (await runningPostmaster(server.cluster)) return;
      log.warn('PostgreSQL is gone; starting it again');
      await startPostmaster(server, port);
      log.info('PostgreSQL is back');
    } catch (error) {
      log.error({ err: error }, 'PostgreSQL could not be started again; trying on');
    }
  };
  const schedule = () => {
    timer = setTimeout(() => {
      looking = look();
      void looking.then(() => {
        if (!stopped) schedule();
      });
    }, EVERY_MS).unref();
  };
  let stopped = false;
  schedule();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await looking;
  };
}
