/** What is to be shown of the service, how often, and by which command: its records are held against this. */

export interface Planned {
  readonly run: string;
  readonly what: string;
  /** How often at least, and of what. */
  readonly count: number;
  readonly of: string;
  /** How long the fault lasts at most, where it has a length. */
  readonly seconds?: number;
  readonly command: string;
}

const fault = (run: string, count: number, of: string, what: string, seconds?: number): Planned => ({
  ...{ run, what, count, of, command: `npm run faults -- ${run}` },
  ...(seconds !== undefined && { seconds }),
});

const fuzzed = (kind: string, what: string): Planned => ({
  ...{ run: `fuzz-${kind}`, what, count: 20_000, of: 'requests an operation' },
  command: `npm run attack:fuzz -- --costly ${kind}`,
});

export const PLAN: readonly Planned[] = [
  fault('F1', 200, 'kills', 'SIGKILL of one of two instances, at random moments and at each failpoint'),
  fault('F2', 200, 'kills', 'SIGKILL of every process of PostgreSQL under 64 clients, the service going on'),
  fault('F3', 3, 'refused starts', 'a start on a PostgreSQL that may forget what it has confirmed'),
  fault(
    'F4',
    20,
    'of each',
    'each link of an instance delayed, silent, reset, sliced, cut after some bytes, down; cut between COMMIT and reply; cut after every number of bytes',
    3,
  ),
  fault('F5', 50, 'kills', 'SIGKILL of the broker, outages of it two fifths as often, and a backlog that drains', 60),
  fault(
    'F6',
    100_000,
    'messages',
    'messages of which a fifth come twice, a fifth late, one in a hundred poison, under kills of the service; some delivered past the limit',
  ),
  fault('F7', 20, 'times', 'the disk under the database full, then freed', 20),
  fault('F8', 20, 'steps', 'the clock of an instance set by an hour, a day and a second, forward and back'),
  fault('F9', 50, 'stops', 'SIGSTOP of one of two instances for a quarter of the seconds up to all, then SIGCONT', 120),
  fault(
    'F10',
    1_000,
    'connections',
    'pg_terminate_backend, all connections of the server taken, clients that break off',
    2,
  ),
  fault('F11', 10, 'upgrades', 'rolling upgrade of two instances, each with a migration of a table and a column'),
  fault('F12', 5, 'restores', 'a backup under load, restored into an empty database and compared'),
  {
    run: 'lazyfs',
    what: 'power cut: what was not synchronised to disk is dropped, by LazyFS',
    count: 50,
    of: 'drops',
    command: 'npm run faults -- lazyfs --lazyfs DIR',
  },
  {
    run: 'soak',
    what: '500 operations a second over every face, kills every five minutes, all compared in the end',
    count: 60,
    of: 'minutes',
    command: 'npm run soak -- --minutes 60 --rate 500',
  },
  {
    run: 'overload',
    what: 'three times as many requests as the service can take',
    count: 10,
    of: 'minutes',
    command: 'npm run overload -- --minutes 10',
  },
  {
    run: 'fuzz',
    what: 'requests made from the OpenAPI document, of every operation in it; of what costs on purpose, a part of them',
    count: 20_000,
    of: 'requests an operation',
    command: 'npm run attack:fuzz',
  },
  fuzzed('pins', 'all of them, of the operations that make or try a PIN'),
  fuzzed('papers', 'all of them, of the operations that print'),
  fuzzed('verifying', 'all of them, of the operations that verify the books or a wallet'),
  { run: 'inputs', what: 'the corpus of bad input', count: 2_000, of: 'cases', command: 'npm run recorded -- inputs' },
  {
    run: 'planted',
    what: 'deliberate defects, each of which the tests must catch',
    count: 30,
    of: 'defects',
    command: 'npm run test:planted',
  },
  {
    run: 'tampering',
    what: 'old rows changed, tails cut off, whole chains written anew, each to be named by the verifier',
    count: 50,
    of: 'tamperings',
    command: 'npm run recorded -- tampering',
  },
  {
    run: 'flaps',
    what: "the console's outbox under flaps of the network and reloads",
    count: 20,
    of: 'seeds',
    command: 'npm run recorded -- flaps',
  },
];

/** Throws where there is no such run. */
export function planned(run: string): Planned {
  const found = PLAN.find((each) => each.run === run);
  if (!found) throw new Error(`which of ${PLAN.map((each) => each.run).join(', ')}?`);
  return found;
}
