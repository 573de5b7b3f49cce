/** Everything that can be compared once all is quiet: the books, what is shown of them, and what every answer is when asked again. */
import { HISTORY_KINDS, type HistoryEntry } from './clients.ts';
import { audit, type Movement, type Row } from './oracle.ts';
import type { Verdict } from './requests.ts';
import type { AssetCode, Want } from './want.ts';
import type { World } from './world.ts';

/** At most so many answers are asked for again: the latest, among which are all that the last faults have met. */
export const ASKED_AGAIN = 3_000;
const AT_ONCE = 16;

/** All operations but those that messages have asked for, of which no client knows. */
const ROWS = `
  select o.reference, o.operation, o.customer, o.id
    from operations o left join callers c on c.ledger_id = o.ledger_id and c.id = o.caller_id
   where o.ledger_id = 1 and c.subject is distinct from 'broker' order by o.height, o.index`;

/** A line for everything that is not as it must be. */
export async function auditAll(world: World): Promise<string[]> {
  const { clients } = world;
  const rows = await world.sql<Row>(ROWS);
  await resolveDoubtful(world, rows);
  const { problems, standings, movements } = audit(clients.log, rows);
  const lines = [...problems];
  await inParallel([...standings], async ([key, standing]) => {
    const [customer = '', asset = ''] = key.split(' ');
    const entries = await clients.history(customer, asset as AssetCode);
    const last = { wallet: 0n, receivable: 0n };
    for (const entry of entries) last[entry.account] = BigInt(entry.balance_after_cents);
    for (const account of HISTORY_KINDS)
      if (last[account] !== standing[account])
        lines.push(
          `${key}: the history ends with ${last[account]} in ${account}, and the model with ${standing[account]}`,
        );
    const [told, must] = [toldOf(entries), (movements.get(key) ?? []).map(line)];
    const at = must.findIndex((each, i) => each !== told[i]);
    if (at >= 0 || told.length !== must.length)
      lines.push(
        `${key}: of ${must.length} movements the history tells ${told.length}; the first that differs is ${at}`,
      );
  });
  return [...lines, ...(await askAgain(world))];
}

/** Asks for the latest answers again; a line for each that is not what it was, to the byte. */
export async function askAgain(world: World): Promise<string[]> {
  const lines: string[] = [];
  await inParallel(latestRequests(world), async (together) => {
    const verdicts = await world.clients.again(together);
    for (const [i, want] of together.entries()) lines.push(...changed(world, want, verdicts[i] ?? null));
  });
  return lines;
}

const line = ({ id, account, delta }: Movement): string => `${id} ${account} ${delta}`;

/** The entries of a history as what each transaction added to each account. */
function toldOf(entries: readonly HistoryEntry[]): string[] {
  const transactions = Map.groupBy(entries, ({ source }) => source.transaction_id);
  return [...transactions].flatMap(([id, own]) =>
    HISTORY_KINDS.map((account) => {
      const delta = own
        .filter((entry) => entry.account === account)
        .reduce(
          (sum, { direction, amount_cents }) => sum + BigInt(direction === 'CREDIT' ? amount_cents : -amount_cents),
          0n,
        );
      return { id, account, delta };
    })
      .filter(({ delta }) => delta !== 0n)
      .map(line),
  );
}

/** The latest requests that were recorded; of a batch, those of its operations that were. */
function latestRequests({ clients: { log } }: World): readonly (readonly Want[])[] {
  const latest = [...log.recorded.values()].slice(-ASKED_AGAIN);
  const requests = new Set(latest.map(({ together }) => together));
  return [...requests].map((together) => together.filter(({ name }) => log.recorded.has(name)));
}

/**
 * An attempt that was given up may arrive long after the next one was refused, when the rules allow it: only the books tell.
 * What they have of these is asked for again, under its key, and counts as recorded.
 */
export async function resolveDoubtful(
  { clients }: Pick<World, 'clients'>,
  rows: readonly Pick<Row, 'reference'>[],
): Promise<void> {
  const names = new Set(rows.map(({ reference }) => reference));
  for (const { want, sent, isDoubtful } of [...clients.log.refused.values()]) {
    if (!isDoubtful || !names.has(want.name)) continue;
    const [verdict] = await clients.again([want]);
    if (verdict?.done !== 'recorded') continue;
    const { text, answer } = verdict;
    clients.log.wasRecorded({ want, text, answer, together: [want], sent, done: clients.log.moment() });
  }
}

function changed({ clients }: World, { name }: Want, again: Verdict | null): string[] {
  const first = clients.log.recorded.get(name);
  if (again?.done === 'recorded' && again.text === first?.text) return [];
  return [
    `${name} was answered ${first?.text}, and when asked again ${again?.done === 'recorded' ? again.text : again?.code}`,
  ];
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length) await work(items[next++] as Item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
