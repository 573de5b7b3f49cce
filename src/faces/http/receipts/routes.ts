/** Receipts: to read, to print, and to hand on by a link. */
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { v7 as uuidv7 } from 'uuid';
import { answered } from '../../../engine/failure.ts';
import { recordChange } from '../../../queries/changes.ts';
import type { OperationRecord } from '../../../wallet/record.ts';
import { everyone, ownOr, tillAndServices } from '../access.ts';
import type { App, Services } from '../app.ts';
import { changeMaker } from '../change-maker.ts';
import { success, time, transactionId } from '../fields.ts';
import { languageOf } from '../languages.ts';
import { makePdf, sendPdf } from '../paper/pdf.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { proving } from '../proofs/routes.ts';
import { proof } from '../proofs/schema.ts';
import { problems } from '../responses.ts';
import { receiptPaper } from './paper.ts';
import { receipt, receiptOf, receiptRecord } from './receipt.ts';
import { readShareToken, writeShareToken } from './share-links.ts';

const tags = ['Receipts'];
const closed = { additionalProperties: false };
const params = Type.Object({ id: transactionId }, closed);
const shareParams = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{1,600}$' }) }, closed);
const paperQuery = Type.Object(
  {
    width: Type.String({ enum: ['58', '80', 'A4'], default: '80', description: 'Millimetres of the till roll, or A4' }),
  },
  closed,
);
const pdf = { 200: { description: 'The file', content: { 'application/pdf': { schema: Type.String() } } } };
const errors = problems('read', 'TRANSACTION_NOT_FOUND');
const openErrors = problems('open', 'RECEIPT_NOT_FOUND', 'VALIDATION_ERROR', 'UNAVAILABLE', 'INTERNAL');

const readSchema = {
  tags,
  operationId: 'receiptRead',
  summary: 'One transaction as its customer keeps it; minor units',
  params,
  response: { 200: success(receipt), ...errors },
};
const printSchema = {
  tags,
  operationId: 'receiptPrint',
  summary: 'The receipt as PDF',
  params,
  querystring: paperQuery,
  response: { ...pdf, ...errors },
};
const shareSchema = {
  tags,
  operationId: 'receiptShare',
  summary: 'Make a link that opens this receipt, and nothing else, without signing in',
  params,
  body: Type.Object(
    { days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90, description: '30 unless given' })) },
    closed,
  ),
  response: {
    201: success(
      Type.Object({ token: Type.String(), path: Type.String({ description: 'On this server' }), expires_at: time }),
    ),
    ...problems('write', 'TRANSACTION_NOT_FOUND'),
  },
};
const sharedSchema = {
  tags,
  operationId: 'sharedReceiptRead',
  summary: 'The receipt behind a link',
  security: [],
  params: shareParams,
  response: { 200: success(receipt), ...openErrors },
};
const sharedPrintSchema = {
  tags,
  operationId: 'sharedReceiptPrint',
  summary: 'The receipt behind a link as PDF',
  security: [],
  params: shareParams,
  querystring: paperQuery,
  response: { ...pdf, ...openErrors },
};
const sharedProofSchema = {
  tags,
  operationId: 'sharedReceiptProof',
  summary: 'What shows that the receipt behind a link stands in the books as it was recorded',
  security: [],
  params: shareParams,
  response: {
    200: success(proof),
    ...problems('open', 'RECEIPT_NOT_FOUND', 'VALIDATION_ERROR', 'PROOF_UNAVAILABLE', 'UNAVAILABLE', 'INTERNAL'),
  },
};

const DAY_MS = 86_400_000;
const SHARED_DAYS = 30;

export function receiptRoutes(app: App, services: Services): void {
  const { database, sealer, checkpoints } = services;
  const readers = { access: everyone('handler') };

  /** Throws TRANSACTION_NOT_FOUND, for a customer also of what is not theirs. */
  async function recordOf(request: FastifyRequest<{ Params: { id: string } }>) {
    const { ledgerId, role, subject } = principalOf(request);
    const { id } = request.params;
    const customer = role === 'customer' ? subject : null;
    const record = await receiptRecord(database, ledgerId, id, customer);
    if (!record) throw new Problem('TRANSACTION_NOT_FOUND', { details: { transaction_id: id } });
    return { ledgerId, record, holder: customer ?? record.customer };
  }

  const read = async ({
    ledgerId,
    record,
    holder,
  }: {
    ledgerId: bigint;
    record: OperationRecord;
    holder: string | null;
  }) => receiptOf(services, ledgerId, record, holder);

  app.get('/transactions/:id/receipt', { schema: readSchema, config: readers }, async (request) => ({
    success: true as const,
    data: await read(await recordOf(request)),
  }));

  app.get('/transactions/:id/receipt.pdf', { schema: printSchema, config: readers }, async (request, reply) => {
    const data = await read(await recordOf(request));
    return sendPdf(reply, 'receipt.pdf', await makePdf(receiptPaper(data, languageOf(request), request.query.width)));
  });

  const sharers = { access: ownOr(tillAndServices, 'handler') };
  app.post('/receipts/:id/share', { schema: shareSchema, config: sharers }, async (request, reply) => {
    const { ledgerId, record, holder } = await recordOf(request);
    const expiresAt = new Date(Date.now() + (request.body.days ?? SHARED_DAYS) * DAY_MS);
    const token = writeShareToken(sealer, { ledgerId, transactionId: record.id, holder, expiresAt });
    const change = {
      ...changeMaker(request, 'receipts.share'),
      ...{ id: uuidv7(), operation: 'receiptShare', object: record.id, customer: holder },
      data: { expires_at: expiresAt.toISOString() },
    };
    await answered(recordChange(database, ledgerId, change));
    reply.code(201);
    const path = `/api/v1/shared-receipts/${token}`;
    return { success: true as const, data: { token, path, expires_at: expiresAt.toISOString() } };
  });

  /** Throws RECEIPT_NOT_FOUND. */
  async function sharedRecord(token: string) {
    const shared = readShareToken(sealer, token, new Date());
    const record = shared && (await receiptRecord(database, shared.ledgerId, shared.transactionId, null));
    if (!shared || !record) throw new Problem('RECEIPT_NOT_FOUND');
    return { ledgerId: shared.ledgerId, record, holder: shared.holder };
  }

  const open = { access: 'open' as const };
  app.get('/shared-receipts/:token', { schema: sharedSchema, config: open }, async (request, reply) => {
    // The address is the key: it is not to stand in anybody's cache, nor in the referrer of what is clicked.
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    return { success: true as const, data: await read(await sharedRecord(request.params.token)) };
  });

  app.get('/shared-receipts/:token/proof', { schema: sharedProofSchema, config: open }, async (request, reply) => {
    const { ledgerId, record } = await sharedRecord(request.params.token);
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    return { success: true as const, data: await proving(checkpoints.prove(ledgerId, record)) };
  });

  app.get('/shared-receipts/:token/pdf', { schema: sharedPrintSchema, config: open }, async (request, reply) => {
    const data = await read(await sharedRecord(request.params.token));
    reply.header('referrer-policy', 'no-referrer');
    return sendPdf(reply, 'receipt.pdf', await makePdf(receiptPaper(data, languageOf(request), request.query.width)));
  });
}
