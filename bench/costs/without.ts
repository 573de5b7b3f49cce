/**
 * Loaded into the service by `--import` where the bench wants to know what a part of it costs: the sources are changed as
 * they are read, so that the service itself needs no way to do without it. BENCH_WITHOUT names the part.
 */
import { registerHooks } from 'node:module';

interface Change {
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly put: string;
}

/** No canonical line, no leaf, no tree: the root is the same for every batch. */
const PROOF: readonly Change[] = [
  {
    file: '/src/engine/commit.ts',
    find: 'merkleRoot(operations.map((operation, i) => leafOf(ledgerId, operation, data[i] ?? null)))',
    put: 'Buffer.alloc(32)',
  },
];

/** The comparisons that tracing costs where nobody collects spans. */
const TRACING: readonly Change[] = [
  {
    file: '/src/telemetry/spans.ts',
    find: '  on ? trace.getTracer(TRACER).startSpan(name, { attributes }) : null;',
    put: '  null;',
  },
  {
    file: '/src/telemetry/spans.ts',
    find: '  if (!on) return work();\n  const made',
    put: '  return work();\n  const made',
  },
  { file: '/src/telemetry/spans.ts', find: '(on ? context.with(ROOT_CONTEXT, work) : work());', put: 'work();' },
];

const CHANGES: Readonly<Record<string, readonly Change[]>> = { proof: PROOF, tracing: TRACING };

const changes = CHANGES[process.env.BENCH_WITHOUT ?? ''] ?? [];

registerHooks({
  load(url, context, next) {
    const wanted = changes.filter(({ file }) => url.endsWith(file));
    const loaded = next(url, context);
    if (wanted.length === 0) return loaded;
    const source = wanted.reduce((text, { file, find, put }) => {
      if (text.split(find).length !== 2) throw new Error(`what is to be left out is not in ${file} exactly once`);
      return text.replace(find, () => put);
    }, String(loaded.source));
    return { ...loaded, source };
  },
});
