import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';

/** What a verification of the books found, as `integrityRead` answers it. */
export interface Run {
  readonly run_id: string;
  readonly status: 'running' | 'ok' | 'violated' | 'failed';
  readonly started_by: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly failure?: string;
  readonly height?: number;
  readonly hash?: string;
  readonly operations?: number;
  readonly checks?: readonly Check[];
}

export interface Check {
  readonly name: string;
  readonly proves: string;
  readonly status: 'ok' | 'violated';
  readonly rows_checked: number;
  readonly violation_count: number;
  readonly violations: readonly { readonly subject: string; readonly problem: string }[];
  readonly duration_ms: number;
}

export interface Standing {
  readonly status: 'ok' | 'violated' | 'unknown';
  readonly stale: boolean;
  readonly running: Run | null;
  readonly last_run: Run | null;
  readonly failed_run: Run | null;
}

const RUNNING_MS = 1_000;
const RESTING_MS = 60_000;

/** How the books stand; asked anew every minute, and every second while they are being verified. */
export const integrityQuery = queryOptions({
  queryKey: ['integrity'],
  queryFn: async () => (await answer(api.GET('/api/v1/integrity'))).data as Standing,
  refetchInterval: ({ state }) => (state.data?.running ? RUNNING_MS : RESTING_MS),
});
