/** Traces, as a collector gets them. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../src/log.ts';
import { tracing } from '../src/telemetry/spans.ts';
import { startTelemetry } from '../src/telemetry/start.ts';
import { openServer } from './support/http.ts';

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
  const engine = { submit: () => Promise.reject(new TypeError('a defect')), drain: async () => {} };
  const spans = await collected(async () => {
    const server = await openServer({ engine, log: createLog('error', (line) => lines.push(line)) });
    await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body: topup(2), headers: traceparent(9) });
    await server.close();
  });
  const request = spans.find((span) => span.traceId === traceId(9));
  expect(request?.status.code).toBe(2);
  expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({ trace_id: traceId(9), span_id: request?.spanId });
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
