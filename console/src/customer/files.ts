import { problemFrom } from '../api/client.ts';
import { noAnswer } from '../api/problems.ts';
import { authorizedFetch } from '../session/authorized-fetch.ts';

/** A file of the service, which it gives to nobody without their token. Throws ApiError. */
export async function fetchFile(path: string, name: string): Promise<File> {
  const response = await authorizedFetch(path).catch((error: unknown) => {
    throw noAnswer(error);
  });
  if (!response.ok) throw await problemFrom(response);
  const blob = await response.blob();
  return new File([blob], name, { type: blob.type });
}

/** Hands a file to the browser, as a download. */
export function saveFile(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // Later, when the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
