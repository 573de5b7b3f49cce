/** The rules in deploy/alerts.yml, against what the service really tells and what the runbook really explains. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../src/config.ts';
import { AmqpMetrics } from '../src/faces/amqp/metrics.ts';
import { startCheckpoints } from '../src/faces/checkpoints/start.ts';
import { startHttp } from '../src/faces/http/start.ts';
import { startIntegrity } from '../src/faces/integrity/start.ts';
import { startPush } from '../src/faces/push/start.ts';
import { startWebhooks } from '../src/faces/webhooks/start.ts';
import { createLog } from '../src/log.ts';
import { type Service, startService } from '../src/service.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}

/** What others tell Prometheus. */
const OF_OTHERS = new Set(['up', 'node_filesystem_avail_bytes', 'node_filesystem_size_bytes']);

const file = (path: string): Promise<string> => readFile(new URL(`../${path}`, import.meta.url), 'utf8');

let rules: Rule[];
let database: TestDatabase;
let dataDir: string;
let service: Service;

beforeAll(async () => {
  const { groups } = parse(await file('deploy/alerts.yml')) as { groups: { rules: Rule[] }[] };
  rules = groups.flatMap((group) => group.rules);
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'pochi-alerts-'));
  const config = readConfig({
    ...{ DATABASE_URL: database.ownerUrl, DATABASE_DURABILITY: 'trusted', DATA_DIR: dataDir },
    ...{ PORT: '0', INTEGRITY_EVERY: '0', CHECKPOINT_EVERY: '0' },
  });
  const faces = [startIntegrity, startCheckpoints, startPush, startWebhooks, startHttp];
  service = await startService(config, createLog('error'), faces);
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await database.drop();
  await rm(dataDir, { recursive: true });
});

interface Read {
  readonly metrics: readonly string[];
  readonly flawed: boolean;
}

/** The metrics that an expression names, and whether it is none. */
function readExpression(expr: string): Read {
  const metrics: string[] = [];
  let flawed = false;
  parser.parse(expr).iterate({
    enter: (node) => {
      flawed ||= node.type.isError;
      if (node.name === 'VectorSelector') metrics.push(/^[\w:]*/.exec(expr.slice(node.from, node.to))?.[0] ?? '');
    },
  });
  return { metrics, flawed };
}

/** Every series that a metric has, such as the buckets of a histogram. */
function seriesIn(text: string): Set<string> {
  const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  return new Set(
    types.flatMap(([, name, type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name as string],
    ),
  );
}

test('every rule is PromQL, and names only metrics that the service tells', async () => {
  const answer = await fetch(new URL('/metrics', service.addresses.API));
  const told = (await answer.text()) + (await brokerMetrics());
  const known = seriesIn(told).union(OF_OTHERS);
  const wrong = rules.flatMap(({ alert, expr }) => {
    const { metrics, flawed } = readExpression(expr);
    const unknown = metrics.filter((name) => !known.has(name)).map((name) => `${alert}: ${name}`);
    return flawed || metrics.length === 0 ? [...unknown, `${alert}: no PromQL`] : unknown;
  });
  expect(wrong).toEqual([]);
});

/** As the face has them that starts only where there is a broker. */
const brokerMetrics = (): Promise<string> =>
  new AmqpMetrics(async () => ({ operations: 0, seconds: 0 })).registry.metrics();

test('an expression that is none, and a metric that nobody tells, are found', () => {
  expect(readExpression('sum(rate(x[5m])').flawed).toBe(true);
  expect(readExpression('sum by (le) (rate(a_total{b="c"}[5m])) / d > 1')).toEqual({
    metrics: ['a_total', 'd'],
    flawed: false,
  });
  expect(seriesIn('# TYPE a histogram\n# TYPE b counter\n')).toEqual(new Set(['a_bucket', 'a_sum', 'a_count', 'b']));
});

test('every alert has one name, a severity, a summary, and a place in the runbook', async () => {
  const names = rules.map(({ alert }) => alert);
  expect(new Set(names).size).toBe(names.length);
  for (const { labels, annotations } of rules) {
    expect(['page', 'ticket']).toContain(labels.severity);
    expect(annotations.summary).not.toBe('');
  }
  const runbook = await file('docs/operating/runbook.md');
  const explained = [...runbook.matchAll(/^### (Pochi\w+)$/gm)].map(([, name]) => name as string);
  expect(explained.toSorted()).toEqual(names.toSorted());
});
