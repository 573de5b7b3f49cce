/** A file of records, read as a stream: what each line says, or why it says nothing. */
import type { ReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { JsonProblem, parseJson } from '../../faces/wire/json.ts';

export const FORMATS = ['csv', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

export type Fields = Readonly<Record<string, unknown>>;

export type SourceRecord =
  /** `line` is the one that the record ends on, from 1. Of CSV all fields are texts, and empty ones are left out. */
  { readonly line: number; readonly fields: Fields } | { readonly line: number; readonly problem: string };

/** Far more than a record needs; a file without line ends must not fill the memory. */
const MAX_RECORD = 1024 * 1024;

export const readSource = (file: ReadStream, format: Format, columns: ColumnCheck): AsyncGenerator<SourceRecord> =>
  format === 'csv' ? readCsv(file, columns) : readJsonLines(file);

/** Is told the columns of a CSV file; throws where they are not what the file should have. */
export type ColumnCheck = (columns: readonly string[]) => void;

async function* readCsv(file: ReadStream, checkColumns: ColumnCheck): AsyncGenerator<SourceRecord> {
  const skipped: SourceRecord[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_RECORD,
    on_skip: (error) => void skipped.push({ line: lineOf(error), problem: error?.message ?? 'is not CSV' }),
  });
  // Whoever reads the parser hears of what goes wrong before it.
  pipeline(file, parser, () => {});
  let header: string[] | null = null;
  for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
    yield* skipped.splice(0);
    if (header) yield csvRecord(header, info.lines, record);
    else {
      header = record;
      checkHeader(header);
      checkColumns(header);
    }
  }
  yield* skipped;
}

const lineOf = (error: CsvError | undefined): number => (typeof error?.lines === 'number' ? error.lines : 0);

function checkHeader(header: readonly string[]): void {
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`the column ${twice} is there twice`);
  if (header.includes('')) throw new Error('a column has no name');
}

function csvRecord(header: readonly string[], line: number, record: readonly string[]): SourceRecord {
  if (record.length !== header.length) {
    return { line, problem: `has ${record.length} fields, where the header has ${header.length}` };
  }
  // What the decoder puts where the bytes are no UTF-8.
  if (record.some((text) => text.includes('\ufffd'))) return { line, problem: 'is not UTF-8' };
  const given = header.map((name, i) => [name, record[i]] as const).filter(([, text]) => text !== '');
  return { line, fields: Object.fromEntries(given) };
}

async function* readJsonLines(file: ReadStream): AsyncGenerator<SourceRecord> {
  let line = 0;
  for await (const bytes of splitLines(file)) {
    line += 1;
    const record = jsonRecord(line, bytes);
    if (record) yield record;
  }
}

/** The lines of a file; null for one that is too long. */
async function* splitLines(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    length += part.length;
    if (length <= MAX_RECORD) parts.push(part);
    else parts = [];
  };
  const line = () => {
    const whole = length <= MAX_RECORD ? Buffer.concat(parts) : null;
    [parts, length] = [[], 0];
    return whole;
  };
  for await (const chunk of file) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, end));
      yield line();
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield line();
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Null for an empty line. */
function jsonRecord(line: number, bytes: Buffer | null): SourceRecord | null {
  if (bytes === null) return { line, problem: `is longer than ${MAX_RECORD} bytes` };
  try {
    const text = decoder.decode(bytes).trim();
    if (text === '') return null;
    const value = parseJson(text);
    if (isFields(value)) return { line, fields: value };
    return { line, problem: 'is no JSON object' };
  } catch (error) {
    if (error instanceof JsonProblem) return { line, problem: `is no JSON: ${error.message}` };
    if (error instanceof TypeError) return { line, problem: 'is not UTF-8' };
    throw error;
  }
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
