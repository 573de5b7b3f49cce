import { readdirSync, readFileSync } from 'node:fs';
import { PLAN, type Planned } from '../../test/support/plan.ts';
import type { RunRecord } from '../../test/support/record.ts';

const RECORDS = new URL('../../docs/operating/reliability/', import.meta.url);

/** All records that are kept. */
export const readRecords = (): RunRecord[] =>
  readdirSync(RECORDS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, RECORDS), 'utf8')));

/** The page of what was run against the service: made of these records, and of nothing else but the plan. */
export function reliabilityPage(records: readonly RunRecord[] = readRecords()): string {
  const latest = PLAN.map((plan) => ({ plan, record: latestOf(plan, records) }));
  const strangers = records.filter(({ run }) => !PLAN.some((plan) => plan.run === run));
  if (strangers.length > 0) throw new Error(`no such run in the plan: ${strangers.map(({ run }) => run).join(', ')}`);
  return `# Reliability: what was run

Made from the records in [reliability](reliability) by \`npm run docs\`: add a record there (\`--record docs/operating/reliability\`),
and do not write here. Of each run the latest record counts. How the runs work, and what they compare, is in [simulation.md](simulation.md).

| run | what | planned | run | result | when | commit |
|---|---|---|---|---|---|---|
${latest.map(({ plan, record }) => row(plan, record)).join('\n')}

${latest.flatMap(({ plan, record }) => (record ? [section(plan, record)] : [])).join('\n\n')}
`
    .trimEnd()
    .concat('\n');
}

const latestOf = ({ run }: Planned, records: readonly RunRecord[]): RunRecord | undefined =>
  records.filter((record) => record.run === run).toSorted((a, b) => (a.when < b.when ? 1 : -1))[0];

function row(plan: Planned, record: RunRecord | undefined): string {
  const planned = `${much(plan.count)} ${plan.of}${plan.seconds === undefined ? '' : `, ${plan.seconds} s at most`}`;
  const cells = record
    ? [amountOf(plan, record), resultOf(record), day(record.when), record.commit]
    : ['not run', '', '', ''];
  return `| ${[plan.run, plan.what, planned, ...cells].join(' | ')} |`;
}

/** How much of the plan it was; what is less says so. */
function amountOf(plan: Planned, { count, seconds }: RunRecord): string {
  const isShort = seconds !== undefined && plan.seconds !== undefined && seconds < plan.seconds;
  const long = isShort ? `, of ${seconds} s at most` : '';
  return `${much(count)}${long}${isShort || count < plan.count ? ': **less than planned**' : ''}`;
}

const resultOf = ({ result, problems }: RunRecord): string =>
  result === 'sound' ? 'sound' : `**${problems.length} ${problems.length === 1 ? 'thing' : 'things'} wrong**`;

function section({ run, command }: Planned, record: RunRecord): string {
  const { when, tookSeconds, machine, seed, problems } = record;
  const lines = [
    `## ${run}`,
    '',
    `\`${command}\`, ${day(when)}, ${much(tookSeconds)} s${seed === null ? '' : `, seed ${seed}`}, on ${machine}.`,
  ];
  const figures = figuresOf(record.counts);
  if (figures.length > 0) lines.push('', '| figure | |', '|---|---:|', ...figures.map((cells) => `| ${cells} |`));
  if (problems.length > 0) lines.push('', 'Wrong:', '', ...problems.map((problem) => `- ${oneLine(problem)}`));
  return lines.join('\n');
}

/** Figures that belong together have one name, and then each its own. */
function figuresOf(counts: object, path: readonly string[] = []): string[] {
  return Object.entries(counts).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? figuresOf(value, [...path, spaced(name)])
      : [`${[...path, spaced(name)].join(', ')} | ${typeof value === 'number' ? much(value) : oneLine(String(value))}`],
  );
}

/** `servingMs` as `serving ms`; what is no name of ours stays as it is. */
const spaced = (name: string): string =>
  /^[a-z]+(?:[A-Z0-9][a-z0-9]*)+$/.test(name)
    ? name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : name;

const much = (value: number): string => value.toLocaleString('en');
const day = (when: string): string => when.slice(0, 10);
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 300);
