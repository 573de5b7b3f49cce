/** What an administrator does, and whether it is done. */
import { useState } from 'react';

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
