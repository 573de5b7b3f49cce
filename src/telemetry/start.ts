/** Sends spans to a collector, where one is named; without one nothing of OpenTelemetry's own is even loaded. */
import type { Config } from '../config.ts';
import { beginTracing, endTracing } from './spans.ts';

/** Gives the way to send what is left and to stop. */
export async function startTelemetry({
  otlpEndpoint,
  otelServiceName,
}: Pick<Config, 'otlpEndpoint' | 'otelServiceName'>): Promise<() => Promise<void>> {
  if (otlpEndpoint === null) return async () => {};
  const { openCollector } = await import('./collector.ts');
  const close = openCollector(otlpEndpoint, otelServiceName);
  beginTracing();
  return async () => {
    endTracing();
    await close();
  };
}
