import { language } from '../words/store.ts';
import { expireSession, sessionStore } from './session.ts';

/**
 * `fetch` in the name of whoever is signed in: their token, their language. A 401 marks the session as expired; the answer
 * itself goes to the caller all the same. Rejects where no answer comes.
 */
export async function authorizedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const token = sessionStore.get().session?.token;
  if (token !== undefined && !request.headers.has('authorization'))
    request.headers.set('authorization', `Bearer ${token}`);
  if (!request.headers.has('accept-language')) request.headers.set('accept-language', language());
  if (!request.headers.has('x-request-id')) request.headers.set('x-request-id', crypto.randomUUID());
  const response = await fetch(request);
  if (response.status === 401 && token !== undefined) expireSession(token);
  return response;
}
