import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.ts';
import type { paths } from './schema.d.ts';

export type ConsoleSettings =
  paths['/api/v1/console-settings']['get']['responses'][200]['content']['application/json']['data'];

/** What the service tells everyone: the default currency, where to sign in, which features there are. */
export const consoleSettings = queryOptions({
  queryKey: ['console-settings'],
  queryFn: async (): Promise<ConsoleSettings> => (await answer(api.GET('/api/v1/console-settings'))).data,
  staleTime: Number.POSITIVE_INFINITY,
});
