/**
 * Spans of OpenTelemetry, where somebody collects them. Without a collector none is made: `tracing()` is false, and
 * whoever would make one asks that first, so that it costs a comparison.
 */
import {
  type Context,
  context,
  type Link,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

type Attributes = Readonly<Record<string, string | number>>;

const TRACER = 'pochi';

let on = false;

export const tracing = (): boolean => on;

/** Called once a collector is there. */
export function beginTracing(): void {
  on = true;
}

/** Called when it is gone. */
export function endTracing(): void {
  on = false;
}

/** A span below whatever is under way; null where nobody collects. */
export const startSpan = (name: string, attributes: Attributes): Span | null =>
  on ? trace.getTracer(TRACER).startSpan(name, { attributes }) : null;

/** A span for a request that came with this context. */
export const startServerSpan = (name: string, parent: Context, attributes: Attributes): Span =>
  trace.getTracer(TRACER).startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);

/**
 * Asks the database something for several operations at once, in a span of its own that links to theirs. Where they are all of one trace, as one
 * alone is, it belongs to that.
 */
export function inSharedSpan<T>(
  name: string,
  spans: () => readonly (Span | null)[],
  work: () => Promise<T>,
): Promise<T> {
  if (!on) return work();
  const made = spans().filter((span) => span !== null);
  const [first] = made;
  if (!first) return work();
  const links: Link[] = made.map((span) => ({ context: span.spanContext() }));
  const shared = new Set(links.map((link) => link.context.traceId)).size === 1;
  const parent = shared ? trace.setSpan(ROOT_CONTEXT, first) : ROOT_CONTEXT;
  const attributes = { 'db.system.name': 'postgresql', 'pochi.operations': made.length };
  const span = trace.getTracer(TRACER).startSpan(name, { kind: SpanKind.CLIENT, attributes, links }, parent);
  return context.with(trace.setSpan(ROOT_CONTEXT, span), work).then(
    (result) => {
      span.end();
      return result;
    },
    (error) => {
      failSpan(span, error);
      throw error;
    },
  );
}

const KINDS = { client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER, producer: SpanKind.PRODUCER } as const;

export interface Work<T> {
  readonly kind: keyof typeof KINDS;
  readonly attributes: () => Attributes;
  /** Where a message names the span that it was sent in: its headers. Without it, the trace begins here. */
  readonly from?: object;
  /** What the result says of how it went. */
  readonly told?: (result: T) => Attributes;
}

/** Does something that goes on outside of any request, in a span of its own that ends with it. */
export function inSpan<T>(name: string, { kind, attributes, from, told }: Work<T>, work: () => Promise<T>): Promise<T> {
  if (!on) return work();
  const parent = from ? propagation.extract(ROOT_CONTEXT, from) : ROOT_CONTEXT;
  const options = { kind: KINDS[kind], attributes: attributes() };
  const span = trace.getTracer(TRACER).startSpan(name, options, parent);
  return context.with(trace.setSpan(parent, span), work).then(
    (result) => {
      if (told) span.setAttributes(told(result));
      span.end();
      return result;
    },
    (error) => {
      failSpan(span, error);
      throw error;
    },
  );
}

/** Begins work that is not part of what is under way, such as one that goes on for many. */
export const apart = <T>(work: () => T): T => (on ? context.with(ROOT_CONTEXT, work) : work());

/** Ends a span whose work failed. */
export function failSpan(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
  span.end();
}

/** The ids for a line of the log that is written meanwhile. */
export function traceIds(): { readonly trace_id?: string; readonly span_id?: string } {
  const active = on ? trace.getActiveSpan()?.spanContext() : undefined;
  return active ? { trace_id: active.traceId, span_id: active.spanId } : {};
}
