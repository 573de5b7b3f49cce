/** PDFs, made by a thread of their own: setting a long statement takes seconds, in which nobody else could be served. */
import { Worker } from 'node:worker_threads';
import type { FastifyReply } from 'fastify';
import { Unavailable } from '../../../engine/submission.ts';

/** What pdfmake takes: https://pdfmake.github.io/docs. */
export type Content = string | number | readonly Content[] | { readonly [key: string]: unknown };

export interface Paper {
  readonly title: string;
  readonly language: string;
  readonly content: readonly Content[];
  /** A till roll instead of A4: its width in points. */
  readonly roll?: number;
}

/** What the thread answers. */
export type Printed = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly problem: string });

interface Waiting {
  resolve(pdf: Buffer): void;
  reject(error: Error): void;
}

/** The most papers that wait for the thread, which makes one after another. */
const MOST_WAITING = 20;

/** What the thread held of long papers is given back with it, once nobody has asked for one for so long. */
const IDLE_MS = 5_000;

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let papers = 0;
const waiting = new Map<number, Waiting>();

/** Throws Unavailable where too many are waiting. */
export async function makePdf(paper: Paper): Promise<Buffer> {
  if (waiting.size >= MOST_WAITING) throw new Unavailable('busy', 5);
  clearTimeout(idle);
  thread ??= startThread();
  const id = papers++;
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  waiting.set(id, { resolve, reject });
  thread.postMessage({ id, paper });
  return promise;
}

/** Begun with the first PDF: most instances never make one. It keeps no process from ending. */
function startThread(): Worker {
  const worker = new Worker(new URL('pdf-thread.ts', import.meta.url));
  worker.unref();
  worker.on('message', (printed: Printed) => {
    const of = waiting.get(printed.id);
    waiting.delete(printed.id);
    if ('pdf' in printed) of?.resolve(Buffer.from(printed.pdf));
    else of?.reject(new Error(`a PDF could not be made: ${printed.problem}`));
    if (waiting.size === 0) idle = setTimeout(endThread, IDLE_MS).unref();
  });
  const fail = (error: Error) => {
    // Of one that was ended nobody waits for anything: what waits now waits for the next.
    if (thread !== worker) return;
    thread = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread that makes PDFs ended')));
  return worker;
}

function endThread(): void {
  const ended = thread;
  thread = null;
  void ended?.terminate();
}

/** Whether there is a thread that makes PDFs now. */
export const pdfThreadRuns = (): boolean => thread !== null;

export const sendPdf = (reply: FastifyReply, file: string, pdf: Buffer): FastifyReply =>
  reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${file}"`)
    .header('cache-control', 'no-store')
    .send(pdf);
