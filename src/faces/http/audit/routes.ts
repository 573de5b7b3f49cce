/** The audit trail over everybody and everything: operations of the books, and changes outside of them. */
import { type AuditLine, type AuditLogFilter, type AuditPlace, auditPage, BEYOND } from '../../../queries/audit-log.ts';
import { auditPages } from '../../../queries/audit-log-pages.ts';
import { newestBlock } from '../../../queries/entry-explorer.ts';
import { parseJson } from '../../wire/json.ts';
import { staffReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { spanOf } from '../credit/fields.ts';
import { sendCsv } from '../csv.ts';
import { principalOf } from '../principal.ts';
import { invalid } from '../problem.ts';
import { type AuditQuery, exportSchema, listSchema } from './schema.ts';

const PATIENCE_MS = 1_000;
const EXPORT_PAGE = 2_000;

export function auditRoutes(app: App, { database }: Services): void {
  app.get('/audit', { schema: listSchema, config: { access: staffReaders } }, async (request) => {
    const { limit, cursor, ...query } = request.query;
    const filter = filterOf(principalOf(request).ledgerId, query);
    const before = cursor === undefined ? BEYOND : readCursor(cursor);
    const { lines, next } = await auditPage(database, filter, { limit, before, patience: PATIENCE_MS });
    return { success: true as const, data: { lines: lines.map(present), next_cursor: next && writeCursor(next) } };
  });

  app.get('/audit.csv', { schema: exportSchema, config: { access: staffReaders } }, async (request, reply) => {
    const { ledgerId } = principalOf(request);
    const filter = filterOf(ledgerId, request.query);
    const before = { ...BEYOND, height: (await newestBlock(database, ledgerId)) + 1n };
    const pages = auditPages(database, filter, { size: EXPORT_PAGE, before, patience: PATIENCE_MS });
    return sendCsv(reply, 'audit.csv', HEADER, recordsOf(pages));
  });
}

/** All lines as of one moment. */
async function* recordsOf(pages: AsyncIterable<readonly AuditLine[]>) {
  for await (const lines of pages) yield lines.map(record);
}

/** Throws VALIDATION_ERROR. */
function filterOf(ledgerId: bigint, query: AuditQuery): AuditLogFilter {
  const from = query.from === undefined ? null : spanOf(query.from).first;
  const to = query.to === undefined ? null : spanOf(query.to).last;
  if (from && to && from > to) throw invalid('to', 'is before from');
  const { customer = null, actor = null, role = null, action = null, object = null, request_id = null } = query;
  return { ledgerId, from, to, customer, actor, role, action, object, requestId: request_id };
}

const present = (line: AuditLine) => ({
  id: line.id,
  kind: line.kind,
  recorded_at: line.recordedAt.toISOString(),
  actor: line.actor,
  role: line.role,
  action: line.action,
  object: line.object,
  customer_id: line.customer,
  data: line.data === null ? null : (parseJson(line.data) as object),
  method: line.method,
  endpoint: line.endpoint,
  ip: line.address,
  device: line.userAgent,
  request_id: line.requestId,
});

const HEADER = [
  ...['recorded_at', 'actor', 'role', 'action', 'kind', 'id', 'object', 'customer_id', 'data', 'method', 'endpoint'],
  ...['ip', 'device', 'request_id'],
];

const record = (line: AuditLine) => [
  ...[line.recordedAt.toISOString(), line.actor, line.role, line.action, line.kind, line.id, line.object],
  ...[line.customer, line.data, line.method, line.endpoint, line.address, line.userAgent, line.requestId],
];

const writeCursor = ({ height, index, time, changeId }: AuditPlace): string =>
  Buffer.from(`${height}.${index}.${time}.${changeId}`, 'latin1').toString('base64url');

const CURSOR = /^([0-9]{1,19})\.([0-9]{1,9})\.([0-9]{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Throws VALIDATION_ERROR for what is not a cursor of ours. */
function readCursor(text: string): AuditPlace {
  const [, height, index, time, changeId] = CURSOR.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  if (height === undefined || changeId === undefined || BigInt(height) > BEYOND.height || Number(time) > BEYOND.time)
    throw invalid('cursor', 'must be the next_cursor of an earlier answer');
  return { height: BigInt(height), index: Number(index), time: Number(time), changeId };
}
