/** Web Locks between tabs of a test: they go with the tab that holds them, as a browser's do. */
interface Request {
  readonly owner: object;
  readonly grant: () => void;
}

export class SimulatedLocks {
  readonly #queues = new Map<string, Request[]>();

  /** The locks as one tab sees them. */
  of(owner: object): Pick<LockManager, 'request'> {
    const request = async (name: string, _options: LockOptions, work: LockGrantedCallback<unknown>) => {
      await new Promise<void>((grant) => this.#join(name, { owner, grant }));
      try {
        return await work({ name, mode: 'exclusive' });
      } finally {
        this.#leave(name, owner);
      }
    };
    return { request: request as LockManager['request'] };
  }

  /** The tab is gone. */
  forget(owner: object): void {
    for (const name of this.#queues.keys()) this.#leave(name, owner);
  }

  #join(name: string, request: Request): void {
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    queue.push(request);
    if (queue.length === 1) request.grant();
  }

  #leave(name: string, owner: object): void {
    const queue = this.#queues.get(name) ?? [];
    const holder = queue[0];
    const left = queue.filter((request) => request.owner !== owner);
    this.#queues.set(name, left);
    if (left[0] !== holder) left[0]?.grant();
  }
}

/** No lock at all: what the oracle must notice. */
export const noLocks: Pick<LockManager, 'request'> = {
  request: (async (name: string, _options: LockOptions, work: LockGrantedCallback<unknown>) =>
    work({ name, mode: 'exclusive' })) as LockManager['request'],
};
