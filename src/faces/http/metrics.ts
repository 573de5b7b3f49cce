/** What the service tells of itself to Prometheus. */
import { Counter, Histogram, Registry } from 'prom-client';
import { readers } from './access.ts';
import type { App } from './app.ts';

class HttpMetrics {
  readonly registry = new Registry();
  readonly #duration = new Histogram({
    name: 'pochi_http_request_seconds',
    help: 'Time from the head of a request to the end of its answer, by route',
    labelNames: ['route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });
  readonly #answers = new Counter({
    name: 'pochi_http_answers_total',
    help: 'Answers by route and status',
    labelNames: ['route', 'status'],
    registers: [this.registry],
  });

  observe(route: string, status: number, seconds: number): void {
    this.#duration.observe({ route }, seconds);
    this.#answers.inc({ route, status });
  }
}

/**
 * Measures every route, and serves `registries` and its own at /metrics: to tokens of staff, services and
 * auditors, and without one to this machine itself.
 */
export function addMetrics(app: App, registries: readonly Registry[]): void {
  const own = new HttpMetrics();
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url } = request.routeOptions;
    own.observe(url === undefined ? 'none' : `${method} ${url}`, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
  const all = Registry.merge([own.registry, ...registries]);
  const access = { ...readers, local: true };
  app.get('/metrics', { schema: { hide: true }, config: { access } }, async (_request, reply) => {
    reply.type(all.contentType);
    return all.metrics();
  });
}
