/**
 * What every answer is held to, whatever was asked: a status that the document declares for the operation, a body of the
 * declared form, nothing of our insides, nothing written where it was refused, for less than a second of work.
 */
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { ApiOperation } from './api.ts';
import { CARD } from './nasty.ts';

export interface Answered {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly tookMs: number;
  readonly cpuMs: number;
  /** The tables that were written to. */
  readonly written: readonly string[];
}

/** Of processor time: what an answer costs, however busy the machine is. */
const MOST_CPU_MS = 1_000;
/** Whoever is waited for, a database or a lock. */
const MOST_MS = 10_000;

const INSIDES = /node_modules|\bat \S+ \(|\.ts:\d+|\bselect .+ from\b|pg_catalog|SQLSTATE|postgres(?:ql)?:\/\//;

/** A wrong PIN is counted, that is what keeps it from being guessed. */
const COUNTED: Readonly<Record<string, readonly string[]>> = { approvalCreate: ['approvers', 'changes'] };

/** What is wrong with the answer, a sentence each. */
export function faultsOf(operation: ApiOperation, answer: Answered): string[] {
  const { status, contentType, text, tookMs, cpuMs, written } = answer;
  const faults: string[] = [];
  if (status >= 500) faults.push(`${status} is our fault`);
  if (INSIDES.test(text)) faults.push('the answer tells of our insides');
  if (text.includes(CARD) && status !== 404) faults.push('the answer repeats a card number');
  if (cpuMs > MOST_CPU_MS) faults.push(`it cost ${Math.round(cpuMs)} ms`);
  if (tookMs > MOST_MS) faults.push(`it took ${Math.round(tookMs)} ms`);
  const missed = written.filter((table) => !COUNTED[operation.id]?.includes(table));
  if (status >= 300 && missed.length > 0) faults.push(`${status}, yet ${missed.join(', ')} was written to`);
  if (!isElsewhere(answer)) faults.push(...undeclared(operation, status, contentType, text));
  return faults;
}

/** Where the path was such that no operation of ours is there. */
const isElsewhere = ({ status, text }: Answered): boolean =>
  (status === 404 && text.includes('"code":"NOT_FOUND"')) || status === 405;

function undeclared({ responses }: ApiOperation, status: number, contentType: string, text: string): string[] {
  const types = responses[status];
  if (!types) return [`${status} is not declared: ${text.slice(0, 300)}`];
  const type = contentType.split(';', 1)[0] as string;
  if (!(type in types)) return [`${status} is declared as ${Object.keys(types)}, and came as ${type}`];
  if (!type.endsWith('json')) return [];
  return errorsOf(types[type], JSON.parse(text)).map((error) => `${status} is not as declared: ${error}`);
}

const compiled = new WeakMap<object, ReturnType<typeof Compile>>();

function errorsOf(schema: TSchema, value: unknown): string[] {
  const check = compiled.get(schema) ?? Compile(schema);
  compiled.set(schema, check);
  if (check.Check(value)) return [];
  return check.Errors(value).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
