/** The other side of in-thread.ts: verifies one ledger and says what it found. */
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { createPool } from '../../database/pool.ts';
import { createLog } from '../../log.ts';
import type { ThreadAnswer, ThreadTask } from './in-thread.ts';
import { VERIFY_CONNECTIONS, verifyLedger } from './verify.ts';

const { url, ledgerId } = workerData as ThreadTask;

/** Whoever pays at the till comes first. Only Linux gives each thread a priority of its own, and not in every container. */
function yieldToOthers(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // It is verified all the same.
  }
}

async function verify(): Promise<ThreadAnswer> {
  const pool = createPool({ url, max: VERIFY_CONNECTIONS, log: createLog('warn'), name: 'pochi verify' });
  try {
    return { report: await verifyLedger(pool, ledgerId) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  } finally {
    await pool.end();
  }
}

yieldToOthers();
parentPort?.postMessage(await verify());
