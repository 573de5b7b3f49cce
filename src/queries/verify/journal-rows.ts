/** The journal as its rows tell it, block after block. */
import type { ClientBase, Pool } from 'pg';
import type { AccountKind } from '../../ledger/account.ts';
import type { JournalLine } from '../../ledger/journal.ts';
import type { Direction, EntryType, Posting } from '../../ledger/posting.ts';
import { AS_TEXT, Cursor, type TextRow } from './cursor.ts';

export interface RecordedBlock {
  readonly height: bigint;
  readonly recordedAt: Date;
  readonly operations: number;
  /** Hexadecimal, as is the hash. */
  readonly root: string;
  readonly hash: string;
  readonly lines: readonly RecordedLine[];
}

export interface RecordedLine extends JournalLine {
  readonly key: string;
  /** Whom the recorded caller was; null where there is no such caller. */
  readonly subject: string | null;
}

const milliseconds = (column: string) => `trunc(extract(epoch from ${column}) * 1000, 3)::text`;

/** An invalid Date where the text is no whole number of milliseconds: the books hold none of those. */
const timeOf = (text: string): Date => {
  const time = Number(text);
  return new Date(Number.isInteger(time) ? time : Number.NaN);
};

const BLOCKS = `
  select height, ${milliseconds('recorded_at')}, operations, encode(root, 'hex'), encode(hash, 'hex')
    from blocks where ledger_id = $1 and height between $2 and $3 order by height`;

const OPERATIONS = `
  select o.height, o.index, o.id, o.operation, o.caller_id, o.customer, o.reference, o.reverses,
         ${milliseconds('o.occurred_at')}, o.data::text, o.key, c.subject
    from operations o
    left join callers c on c.ledger_id = $1 and c.id = o.caller_id
   where o.ledger_id = $1 and o.height between $2 and $3 order by o.height, o.index`;

const oneLine = (column: string) => `translate(${column}, e'\\n', e'\\u0001')`;

// All entries of a block in one text. No name holds a line feed; one that was given some must not pass for more fields.
// The index gives the blocks in order; which of a block's entries are whose is sorted out here.
const ENTRIES = `
  select e.height, string_agg(
           concat_ws(e'\\n', e.index, e.seq, ${oneLine('a.owner')}, s.code, ${oneLine('a.kind')}, e.direction, e.amount, e.type), e'\\n')
    from entries e
    join accounts a on a.ledger_id = $1 and a.id = e.account_id
    join assets s on s.id = a.asset_id
   where e.ledger_id = $1 and e.height between $2 and $3
   group by e.height order by e.height`;

const FIELDS = 8;

/** Above every height. */
const ENDLESS = 2n ** 62n;

/** Opens the journal on three connections that share a snapshot: one for blocks, one for operations, one for entries. */
export async function openJournal(
  [first, second, third]: readonly [ClientBase, ClientBase, ClientBase],
  ledgerId: bigint,
): Promise<AsyncGenerator<RecordedBlock>> {
  const all = [ledgerId, 0n, ENDLESS];
  const blocks = await Cursor.open(first, 'blocks', BLOCKS, all, 500);
  const operations = await Cursor.open(second, 'operations', OPERATIONS, all, 5000);
  const entries = await Cursor.open(third, 'entries', ENTRIES, all, 20);
  return readBlocks(ledgerId, blocks, operations, entries);
}

/** One block, or null where it is not there. A block never changes: what is read one after the other belongs together. */
export async function readBlock(database: Pool, ledgerId: bigint, height: bigint): Promise<RecordedBlock | null> {
  const read = async (text: string): Promise<TextRow[]> =>
    (
      await database.query<(string | null)[]>({
        text,
        values: [ledgerId, height, height],
        rowMode: 'array',
        types: AS_TEXT,
      })
    ).rows;
  const [[block], operations, entries] = await Promise.all([read(BLOCKS), read(OPERATIONS), read(ENTRIES)]);
  return block ? blockOf(ledgerId, block, operations, entries[0]) : null;
}

function blockOf(
  ledgerId: bigint,
  row: TextRow,
  operations: readonly TextRow[],
  entries: TextRow | undefined,
): RecordedBlock {
  const [height = '', recordedAt = '', count = '', root = '', hash = ''] = row as string[];
  const postings = postingsOf(entries?.[1] ?? '');
  return {
    height: BigInt(height),
    recordedAt: timeOf(recordedAt),
    operations: Number(count),
    root,
    hash,
    lines: operations.map((operation) => lineOf(ledgerId, operation, postings)),
  };
}

async function* readBlocks(ledgerId: bigint, blocks: Cursor, operations: Cursor, entries: Cursor) {
  for (let row = await blocks.peek(); row !== null; row = await blocks.peek()) {
    blocks.take();
    const [height] = row as [string];
    const [text] = await rowsAt(entries, height);
    yield blockOf(ledgerId, row, await rowsAt(operations, height), text);
  }
}

/** The rows of this height. Those of lower ones belong to no block. */
async function rowsAt(cursor: Cursor, height: string): Promise<TextRow[]> {
  const rows: TextRow[] = [];
  const wanted = BigInt(height);
  for (;;) {
    const next = cursor.peek();
    const row = next instanceof Promise ? await next : next;
    if (row === null) return rows;
    if (row[0] === height) rows.push(row);
    else if (BigInt(row[0] as string) > wanted) return rows;
    cursor.take();
  }
}

interface Numbered extends Posting {
  readonly seq: number;
}

/** The postings of a block's operations, by their index; on one account in the order of its entries. */
function postingsOf(text: string): Map<string, Numbered[]> {
  const byOperation = new Map<string, Numbered[]>();
  const fields = text.split('\n');
  for (let at = 0; at + FIELDS <= fields.length; at += FIELDS) {
    const index = fields[at] as string;
    const posting: Numbered = {
      seq: Number(fields[at + 1]),
      account: {
        owner: fields[at + 2] as string,
        asset: fields[at + 3] as string,
        kind: fields[at + 4] as AccountKind,
      },
      direction: fields[at + 5] as Direction,
      amount: BigInt(fields[at + 6] as string),
      type: fields[at + 7] as EntryType,
    };
    const others = byOperation.get(index);
    if (others) others.push(posting);
    else byOperation.set(index, [posting]);
  }
  for (const postings of byOperation.values()) postings.sort((a, b) => a.seq - b.seq);
  return byOperation;
}

function lineOf(ledgerId: bigint, row: TextRow, postings: ReadonlyMap<string, Posting[]>): RecordedLine {
  const [, index, id, operation, callerId, customer = null, reference = null, reverses = null, time, data = null] = row;
  const [key, subject = null] = row.slice(10);
  return {
    ledgerId,
    id: id as string,
    operation: operation as string,
    callerId: callerId as string,
    customer,
    reference,
    reverses,
    occurredAt: typeof time === 'string' ? timeOf(time) : null,
    data,
    postings: postings.get(index as string) ?? [],
    key: key as string,
    subject,
  };
}
