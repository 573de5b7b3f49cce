import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Engine } from '../../engine/submission.ts';

/** Two full batches: while one is committed, the next has come together. */
const MOST_INSIDE = 2_000;
/** Nobody is left outside for longer, whatever keeps those inside. */
const LONGEST_MS = 2_000;
const LOOK_EVERY_MS = 5;
/** Time for what has come already to be taken from the line. */
const READ_WITHIN_MS = 20;

/**
 * Leaves the next requests of clients that write on the line while many operations wait inside. On the line a request
 * costs nothing; inside, thousands that wait for a second are what the collector of garbage works for instead of them.
 * A client is answered first, and its connection is read on in the order in which they were left; whoever only reads is
 * never left.
 */
export function leaveOutside(app: FastifyInstance, engine: Pick<Engine, 'waiting'>): void {
  const outside = new Map<Socket, number>();
  let timer: NodeJS.Timeout | null = null;
  let isClosing = false;

  function letIn(): void {
    const now = performance.now();
    let room = MOST_INSIDE - engine.waiting;
    for (const [socket, since] of outside) {
      if (room <= 0 && now - since < LONGEST_MS) return;
      outside.delete(socket);
      socket.resume();
      room -= 1;
    }
    if (timer) clearInterval(timer);
    timer = null;
  }

  // What lies on the line is read before the server closes, and served like any other request.
  app.addHook('preClose', (done) => {
    isClosing = true;
    setTimeout(done, outside.size > 0 ? READ_WITHIN_MS : 0);
    for (const socket of outside.keys()) socket.resume();
    outside.clear();
  });
  app.addHook('onResponse', (request, _reply, done) => {
    const { socket } = request.raw;
    if (!isClosing && request.method !== 'GET' && engine.waiting >= MOST_INSIDE && socket instanceof Socket) {
      socket.pause();
      outside.set(socket, performance.now());
      timer ??= setInterval(letIn, LOOK_EVERY_MS);
    }
    done();
  });
}
