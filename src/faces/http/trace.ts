/** A span for each request, below that of the caller who names one in `traceparent`. */
import { context, propagation, ROOT_CONTEXT, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { startServerSpan, tracing } from '../../telemetry/spans.ts';

/** Adds the hooks, where somebody collects spans. */
export function traceRequests(app: FastifyInstance): void {
  if (!tracing()) return;
  const spans = new WeakMap<FastifyRequest, Span>();
  const within = (request: FastifyRequest, done: () => void) => {
    const span = spans.get(request);
    if (span) context.with(trace.setSpan(ROOT_CONTEXT, span), done);
    else done();
  };
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, url } = request.routeOptions;
    const parent = propagation.extract(ROOT_CONTEXT, request.headers);
    const attributes = { 'http.request.method': String(method), 'http.route': url ?? '' };
    spans.set(request, startServerSpan(`${method} ${url ?? 'none'}`, parent, attributes));
    within(request, done);
  });
  // The body arrives in a context of its own.
  app.addHook('preValidation', (request, _reply, done) => within(request, done));
  app.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}
