/** The files that `pochi export` writes. Amounts are whole numbers of minor units. */
import { csvRecord } from '../../faces/http/csv.ts';
import type { OperationRecord, RecordedEntry } from '../../wallet/record.ts';

export type Format = 'jsonl' | 'csv';

interface Writer {
  readonly header: string;
  linesOf(record: OperationRecord): string;
}

const COLUMNS = [
  ...['height', 'index', 'transaction_id', 'operation', 'reference', 'reverses', 'occurred_at', 'recorded_at'],
  ...['owner', 'account', 'asset', 'direction', 'type', 'amount', 'seq', 'balance_before', 'balance_after'],
];

export const FORMATS: Readonly<Record<Format, Writer>> = {
  // Operations that moved no money are there too, without entries.
  jsonl: { header: '', linesOf: (record) => `${JSON.stringify(written(record))}\n` },
  csv: {
    header: csvRecord(COLUMNS),
    linesOf: (record) => record.entries.map((entry) => csvRecord(cells(record, entry))).join(''),
  },
};

const written = (record: OperationRecord) => ({
  height: Number(record.height),
  index: record.index,
  id: record.id,
  operation: record.operation,
  customer: record.customer,
  reference: record.reference,
  reverses: record.reverses,
  occurred_at: record.occurredAt.toISOString(),
  recorded_at: record.recordedAt.toISOString(),
  data: record.data,
  entries: record.entries.map(({ account, direction, type, amount, seq, balanceBefore, balanceAfter }) => ({
    owner: account.owner,
    account: account.kind,
    asset: account.asset,
    direction,
    type,
    // As texts: not every reader of JSON keeps large numbers whole.
    amount: amount.toString(),
    seq: seq.toString(),
    balance_before: balanceBefore.toString(),
    balance_after: balanceAfter.toString(),
  })),
});

const cells = (record: OperationRecord, { account, ...entry }: RecordedEntry) => [
  ...[record.height, record.index, record.id, record.operation, record.reference, record.reverses],
  ...[record.occurredAt.toISOString(), record.recordedAt.toISOString()],
  ...[account.owner, account.kind, account.asset, entry.direction, entry.type],
  ...[entry.amount, entry.seq, entry.balanceBefore, entry.balanceAfter],
];
