/**
 * Verifies a ledger in a thread of its own, with connections of its own: hashing a million operations takes seconds, in
 * which nobody else's request may wait.
 */
import { Worker } from 'node:worker_threads';
import type { VerifyReport } from './report.ts';

export interface ThreadTask {
  /** The database, as the application's role. */
  readonly url: string;
  readonly ledgerId: bigint;
}

export type ThreadAnswer = { readonly report: VerifyReport } | { readonly failure: string };

const THREAD = new URL('./thread.ts', import.meta.url);

/** Throws where it cannot be carried out, and where it is aborted. */
export function verifyInThread(url: string, ledgerId: bigint, signal: AbortSignal): Promise<VerifyReport> {
  const task: ThreadTask = { url, ledgerId };
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const worker = new Worker(THREAD, { workerData: task });
    const abort = () => void worker.terminate();
    signal.addEventListener('abort', abort);
    worker.on('message', (answer: ThreadAnswer) => {
      if ('report' in answer) resolve(answer.report);
      else reject(new Error(answer.failure));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      signal.removeEventListener('abort', abort);
      reject(new Error('the verification was stopped'));
    });
  });
}
