/** The way to a collector: OTLP over HTTP, in batches. Spans that it does not take are lost, and nothing waits for it. */
import { setTimeout as delay } from 'node:timers/promises';
import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import packageJson from '../../package.json' with { type: 'json' };

/** How long the end of the service waits for the collector to take the last ones. */
const LAST_SPANS_MS = 2_000;

/** `endpoint` is the collector's address, before `/v1/traces`. */
export function openCollector(endpoint: string, serviceName: string): () => Promise<void> {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': packageJson.version }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const contexts = new AsyncLocalStorageContextManager().enable();
  context.setGlobalContextManager(contexts);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return async () => {
    // Where the collector is away, what is left is lost.
    const sent = provider.shutdown().catch(() => {});
    await Promise.race([sent, delay(LAST_SPANS_MS, undefined, { ref: false })]);
    trace.disable();
    propagation.disable();
    context.disable();
  };
}
