/** Faults at the most delicate moment there is: a commit was asked for, and its answer is on the way. */
import type { Link, Passage, Rule } from './proxy.ts';

export type CommitFault =
  /** The request is cut in the middle: the server never gets the whole of it. */
  | { readonly at: 'request' }
  /** The request arrives, and the connection ends while the server works on it. */
  | { readonly at: 'work'; readonly how: 'close' | 'reset' }
  /** The commit is done, and so many bytes of the answer get through. */
  | { readonly at: 'answer'; readonly bytes: number; readonly how: 'close' | 'reset' }
  /** The commit is done: the server has said that all of it is over, and not a byte of that gets through. */
  | { readonly at: 'end'; readonly how: 'close' | 'reset' }
  /** The commit is done, and its answer is lost while the connection seems to live. */
  | { readonly at: 'silence' };

/** Meets one commit after another with the next of these faults, and leaves the rest alone. */
export class CommitFaults {
  readonly #next: CommitFault[] = [];
  readonly #spoilt = new WeakMap<Link, { fault: CommitFault; passed: number }>();
  met = 0;

  plan(...faults: CommitFault[]): void {
    this.#next.push(...faults);
  }

  /** How many of the planned faults have met no commit yet. */
  get left(): number {
    return this.#next.length;
  }

  readonly rule: Rule = ({ direction, bytes, link }) => {
    if (direction === 'request') return this.#request(bytes, link);
    return this.#answer(bytes, link);
  };

  #request(bytes: Buffer, link: Link): Passage {
    if (bytes.includes(COMMIT)) {
      const fault = this.#next.shift();
      if (fault) {
        this.#spoilt.set(link, { fault, passed: 0 });
        this.met += 1;
      }
    }
    const { fault } = this.#spoilt.get(link) ?? {};
    if (fault?.at === 'request') return { upTo: bytes.length >> 1, end: 'close' };
    if (fault?.at === 'work' && isLast(bytes)) return { upTo: bytes.length, end: fault.how };
    return 'pass';
  }

  #answer(bytes: Buffer, link: Link): Passage {
    const spoilt = this.#spoilt.get(link);
    if (spoilt?.fault.at === 'silence') return 'swallow';
    if (spoilt?.fault.at === 'end') return isOver(bytes) ? { upTo: 0, end: spoilt.fault.how } : 'swallow';
    if (spoilt?.fault.at !== 'answer') return 'pass';
    const room = spoilt.fault.bytes - spoilt.passed;
    spoilt.passed += bytes.length;
    return bytes.length < room ? 'pass' : { upTo: room, end: spoilt.fault.how };
  }
}

/** Stands in the message that prepares the statement, and in each that runs it. */
const COMMIT = Buffer.from('ledger_commit');

/** A request to PostgreSQL is complete with its Sync message. */
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);
/** ReadyForQuery, outside of a transaction: whatever was asked for is committed or has failed. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const isOver = (bytes: Buffer): boolean => bytes.subarray(-READY.length).equals(READY);

const isLast = (bytes: Buffer): boolean => bytes.subarray(-SYNC.length).equals(SYNC);
