/** Traces, as a collector gets them. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../src/log.ts';
import { tracing } from '../src/telemetry/spans.ts';
import { startTelemetry } from '../src/telemetry/start.ts';
import { openPush, subscribe } from './push/instance.ts';
import { PushService } from './push/service.ts';
import { brokerUrl, MAIN, openInstance, TestBroker } from './support/amqp.ts';
import { createTestDatabase } from './support/database.ts';
import { topup as topupOf } from './support/engine.ts';
import { openServer } from './support/http.ts';
import { until } from './support/until.ts';
import { openDeliverer, openWebhookServer, Receiver } from './support/webhooks.ts';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
  readonly status: { readonly code?: number };
}

let collector: Server;
let endpoint: string;
let received: Span[];

beforeAll(async () => {
  collector = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(Buffer.concat(parts).toString('utf8'));
      for (const { scopeSpans } of resourceSpans) for (const { spans } of scopeSpans) received.push(...spans);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterAll(() => {
  collector.closeAllConnections();
  collector.close();
});

/** Does this with a collector, and gives the spans that it got. */
async function collected(work: () => Promise<void>): Promise<Span[]> {
  received = [];
  const stop = await startTelemetry({ otlpEndpoint: endpoint, otelServiceName: 'pochi' });
  await work().finally(stop);
  return received;
}

const traceId = (n: number): string => String(n).padStart(32, 'a');
const traceparent = (n: number) => ({ traceparent: `00-${traceId(n)}-00f067aa0ba902b7-01` });
const topup = (n: number) => ({
  ...{ user_id: `customer-${n}`, asset_code: 'USD', amount: 1, payment_method: 'stripe' },
  reference_id: `traced-${n}`,
});
const attribute = (span: Span | undefined, key: string): unknown =>
  Object.values(span?.attributes.find((one) => one.key === key)?.value ?? {})[0];

test("a request's trace goes on from its caller through the operation to the commit, which links to all that it records", async () => {
  const requests = Array.from({ length: 30 }, (_, n) => n);
  const spans = await collected(async () => {
    const server = await openServer();
    const answers = await Promise.all(
      requests.map((n) =>
        server.call('POST', '/api/v1/wallets/topup', { as: 'service', body: topup(n), headers: traceparent(n) }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    await server.close();
  });
  const commits = spans.filter(({ name }) => name === 'ledger_commit');
  expect(commits.length).toBeLessThan(requests.length);
  for (const n of requests) {
    const own = spans.filter((span) => span.traceId === traceId(n));
    const request = own.find(({ name }) => name === 'POST /api/v1/wallets/topup');
    const operation = own.find(({ name }) => name === 'operation walletTopup');
    expect(request?.parentSpanId).toBe('00f067aa0ba902b7');
    expect(attribute(request, 'http.response.status_code')).toBe(201);
    expect(operation?.parentSpanId).toBe(request?.spanId);
    expect(attribute(operation, 'pochi.outcome')).toBe('recorded');
    const linked = commits.filter(({ links = [] }) => links.some(({ spanId }) => spanId === operation?.spanId));
    expect(linked).toHaveLength(1);
  }
  const links = commits.flatMap((commit) => commit.links ?? []);
  expect(links).toHaveLength(requests.length);
});

test('a commit of one operation alone is part of its trace', async () => {
  const spans = await collected(async () => {
    const server = await openServer();
    await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body: topup(1), headers: traceparent(7) });
    await server.close();
  });
  const operation = spans.find(({ name }) => name === 'operation walletTopup');
  const commit = spans.find(({ name }) => name === 'ledger_commit');
  expect([commit?.traceId, commit?.parentSpanId]).toEqual([traceId(7), operation?.spanId]);
});

test('what fails is marked, and its line in the log names the trace', async () => {
  const lines: string[] = [];
  const engine = { submit: () => Promise.reject(new TypeError('a defect')), drain: async () => {}, waiting: 0 };
  const spans = await collected(async () => {
    const server = await openServer({ engine, log: createLog('error', (line) => lines.push(line)) });
    await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body: topup(2), headers: traceparent(9) });
    await server.close();
  });
  const request = spans.find((span) => span.traceId === traceId(9));
  expect(request?.status.code).toBe(2);
  expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({ trace_id: traceId(9), span_id: request?.spanId });
});

test.skipIf(brokerUrl === null)(
  "a message's trace goes on from its sender to the operation, and what is published is told of",
  async () => {
    const spans = await collected(async () => {
      const database = await createTestDatabase();
      const broker = await TestBroker.open(brokerUrl as string);
      const instance = await openInstance(database, broker);
      const body = { transactionId: 't1', type: 'topup', amount: 5, userId: 'asha' };
      await broker.send(
        { routingKey: 'transaction.completed', body, options: { headers: traceparent(11) } },
        { routingKey: 'transaction.completed', body: 'none', options: { headers: traceparent(12) } },
      );
      await until(async () => (await broker.waiting(broker.heard)) > 0 && (await broker.waiting(broker.dead)) > 0);
      await instance.close();
      await broker.remove();
      await database.drop();
    });
    const consumed = spans.filter(({ name }) => name === 'consume transaction.completed');
    const outcomeOf = (n: number) =>
      consumed.filter((span) => span.traceId === traceId(n)).map((span) => attribute(span, 'pochi.outcome'));
    expect([outcomeOf(11), outcomeOf(12)]).toEqual([['recorded'], ['dead']]);
    const operation = spans.find(({ name }) => name === 'operation walletTopup');
    const message = consumed.find((span) => span.traceId === traceId(11));
    expect([message?.parentSpanId, operation?.parentSpanId]).toEqual(['00f067aa0ba902b7', message?.spanId]);
    const published = spans.filter(({ name }) => name === 'publish');
    const counts = published.map((span) => Number(attribute(span, 'messaging.batch.message_count')));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  },
);

test('each attempt at a webhook is a span with its outcome, and tells no more than the host', async () => {
  const spans = await collected(async () => {
    const server = await openWebhookServer();
    const receiver = await Receiver.open();
    receiver.react = () => (receiver.received.length === 1 ? 500 : 204);
    const deliverer = await openDeliverer(server.database.appUrl);
    await server.call('POST', '/api/v1/webhooks', { as: 'staff', body: { url: `${receiver.url}?secret=1` } });
    await deliverer.engine.submit(topupOf(MAIN, 'asha', 5n));
    await until(async () => (await deliverer.metric('pochi_webhooks_attempts_total', { outcome: 'delivered' })) > 0);
    await deliverer.close();
    await server.close();
    await receiver.close();
  });
  const attempts = spans.filter(({ name }) => name.startsWith('webhook '));
  const outcomes = attempts.map((span) => [
    attribute(span, 'pochi.outcome'),
    attribute(span, 'http.response.status_code'),
  ]);
  expect(outcomes).toContainEqual(['failed', 500]);
  expect(outcomes).toContainEqual(['delivered', 204]);
  expect(new Set(attempts.map((span) => attribute(span, 'server.address')))).toEqual(new Set(['127.0.0.1']));
  expect(JSON.stringify(attempts)).not.toMatch(/secret|asha/);
});

test('each push message is a span with its outcome, without whom it is for', async () => {
  const spans = await collected(async () => {
    const database = await createTestDatabase();
    const service = await PushService.open();
    const push = await openPush(database);
    const browser = service.browser();
    await subscribe(database, MAIN, 'asha', browser);
    await push.engine.submit(topupOf(MAIN, 'asha', 5n));
    await until(async () => (await push.outcome('delivered')) === 1);
    await push.close();
    await service.close();
    await database.drop();
  });
  const messages = spans.filter(({ name }) => name.startsWith('push '));
  expect(messages.map((span) => [span.name, attribute(span, 'pochi.outcome')])).toEqual([
    ['push funds_added', 'delivered'],
  ]);
  expect(JSON.stringify(messages)).not.toContain('asha');
});

test('without a collector there are no spans, and lines name no trace', async () => {
  const lines: string[] = [];
  const stop = await startTelemetry({ otlpEndpoint: null, otelServiceName: 'pochi' });
  expect(tracing()).toBe(false);
  createLog('info', (line) => lines.push(line)).info('plain');
  expect(JSON.parse(lines[0] ?? '{}')).not.toHaveProperty('trace_id');
  await stop();
});

test('a collector that is away keeps nobody waiting', async () => {
  const stop = await startTelemetry({ otlpEndpoint: 'http://127.0.0.1:1', otelServiceName: 'pochi' });
  const server = await openServer();
  const { status } = await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body: topup(3) });
  expect(status).toBe(201);
  await server.close();
  await stop();
});
