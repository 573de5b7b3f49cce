import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './problems.ts';

const MOST_RETRIES = 2;

/** Reads that failed for a passing reason are tried again; a refusal is an answer. */
const isWorthRetrying = (failures: number, error: unknown): boolean =>
  failures < MOST_RETRIES && error instanceof ApiError && error.isPassing;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: isWorthRetrying,
      staleTime: 10_000,
      // Live events tell what has changed; coming back to the window alone asks nothing.
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
  },
});
