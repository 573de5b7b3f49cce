import type { FastifyRequest } from 'fastify';
import type { ChangeMaker } from '../../queries/changes.ts';
import { callerOf } from './caller.ts';

/** Who changes something outside of the books, for the line that it leaves. */
export const changeMaker = (request: FastifyRequest, endpoint: string): ChangeMaker => ({
  caller: callerOf(request, endpoint),
  requestId: request.id,
});
