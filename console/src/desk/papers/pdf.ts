import { problemFrom } from '../../api/client.ts';
import { authorizedFetch } from '../../session/authorized-fetch.ts';

/** The service's own PDF, in the language of the page. Throws ApiError. */
export async function fetchPdf(path: string, query: Readonly<Record<string, string>> = {}): Promise<Blob> {
  const response = await authorizedFetch(new Request(`${path}?${new URLSearchParams(query)}`));
  if (!response.ok) throw await problemFrom(response);
  return response.blob();
}
