/** The typed client of the API. Every answer is either its data or an ApiError. */
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { authorizedFetch } from '../session/authorized-fetch.ts';
import { ApiError, noAnswer, problemOf } from './problems.ts';
import type { paths } from './schema.d.ts';

const throwProblems: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return undefined;
    throw await problemFrom(response);
  },
  onError({ error }) {
    return error instanceof ApiError ? error : noAnswer(error);
  },
};

/** The error that a response tells of, whatever its envelope. */
export async function problemFrom(response: Response): Promise<ApiError> {
  const body = await response.json().catch(() => null);
  return problemOf(response.status, body, response.headers);
}

/** A client in the name of whoever is signed in. */
export function openClient(): Client<paths> {
  const client = createClient<paths>({
    baseUrl: globalThis.location?.origin ?? '',
    fetch: (request) => authorizedFetch(request),
  });
  client.use(throwProblems);
  return client;
}

/**
 * `const { data } = await api.GET('/api/v1/assets')`. Throws ApiError. It only reads: writes go through the outbox
 * (`perform`), or at once (`online`).
 */
export const api: Pick<Client<paths>, 'GET'> = openClient();

/** What was answered; for `queryFn`, which must not give undefined. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw new ApiError({ status: 204, code: 'EMPTY', message: '', requestId: null });
  return data;
}
