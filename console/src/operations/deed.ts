/** What an administrator does: at once or not at all, so that nothing of it happens later behind their back. */
import { useState } from 'react';
import { ApiError } from '../api/problems.ts';
import { perform } from '../outbox/perform.ts';

export interface Deed {
  readonly busy: boolean;
  readonly error: unknown;
  /** Does it; gives whether it is done. */
  run(doIt: () => Promise<unknown>): Promise<boolean>;
  /** Leaves the error. */
  dismiss(): void;
}

export function useDeed(): Deed {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  return {
    ...state,
    async run(doIt) {
      setState({ busy: true, error: null });
      try {
        await doIt();
        setState({ busy: false, error: null });
        return true;
      } catch (error) {
        setState({ busy: false, error });
        return false;
      }
    },
    dismiss: () => setState({ busy: false, error: null }),
  };
}

/**
 * A write that the outbox can send: one that may wait, and whose answer holds no secret. Throws ApiError where it is refused or
 * there is no connection.
 */
export async function send(operation: string, path: string, body: unknown = {}): Promise<void> {
  const label = { amount: null, asset: null, customerName: null };
  const performed = await perform({ operation, customer: null, method: 'POST', path, body, label });
  if (performed.state === 'refused') {
    const { status, code, message, requestId, fields, details } = performed.problem;
    throw new ApiError({ status, code, message, requestId, fields, details });
  }
  if (performed.state === 'notOffline')
    throw new ApiError({ status: 0, code: 'NO_ANSWER', message: '', requestId: null });
}
