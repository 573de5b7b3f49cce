/** Sends what a file says through the engine, in its order, many at a time. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Caller, type Engine, type Outcome, Unavailable } from '../../engine/submission.ts';
import { createAsset } from '../../faces/create-asset.ts';
import { Problem, refused } from '../../faces/http/problem.ts';
import { redact } from '../../log.ts';
import type { AssetRegistry } from '../../queries/asset-registry.ts';
import type { NewAsset } from '../../queries/assets.ts';
import type { Database } from '../../queries/database.ts';
import { fromTexts, type ImportItem, type ImportOperation, itemOfFields } from './item.ts';
import { type Mapping, mapped } from './map.ts';
import { Slots } from './slots.ts';
import type { Fields, Format, SourceRecord } from './source.ts';
import { Turns } from './turns.ts';

/** Operations on their way at most: enough for full batches however the customers follow each other. */
const IN_FLIGHT = 4000;
/** How often an operation is sent again that the engine could not take; each time it has waited long already. */
const ATTEMPTS = 20;

const CALLER: Caller = {
  subject: 'import',
  role: 'admin',
  method: 'CLI',
  endpoint: 'import',
  address: '',
  userAgent: 'pochi import',
};

export interface RefusedLine {
  readonly line: number;
  readonly operation: string | null;
  readonly reference: string | null;
  readonly code: string;
  readonly why: string;
  /** What the refusal tells to act on; amounts in minor units as text. */
  readonly details?: Readonly<Record<string, string>>;
}

export interface ImportRooms {
  readonly engine: Engine;
  readonly assets: AssetRegistry;
  readonly database: Database;
}

export interface ImportCounts {
  /** Assets that were added; one that is there already counts as nothing. */
  assets: number;
  recorded: number;
  /** Recorded by an earlier run, or twice in the file. */
  replayed: number;
  refused: number;
}

export interface ImportJob {
  readonly ledgerId: bigint;
  readonly records: AsyncIterable<SourceRecord>;
  readonly format: Format;
  readonly mapping: Mapping | null;
  onRefused(line: RefusedLine): void;
  onProgress?(counts: Readonly<ImportCounts>): void;
}

/** Resolves when every line has its outcome. Throws where the engine takes nothing for minutes: a second run goes on. */
export class ImportRun {
  readonly counts: ImportCounts = { assets: 0, recorded: 0, replayed: 0, refused: 0 };
  readonly #rooms: ImportRooms;
  readonly #job: ImportJob;
  readonly #slots = new Slots(IN_FLIGHT);
  readonly #turns = new Turns();
  #failure: Error | null = null;

  constructor(rooms: ImportRooms, job: ImportJob) {
    this.#rooms = rooms;
    this.#job = job;
  }

  async run(): Promise<ImportCounts> {
    const { mapping, records } = this.#job;
    for (const fields of mapping?.first ?? []) await this.#take(0, fields);
    for await (const record of records) {
      if ('problem' in record)
        this.#refuse(record.line, {}, new Problem('VALIDATION_ERROR', { detail: record.problem }));
      else for (const fields of this.#operationsOf(record.fields)) await this.#take(record.line, fields);
      if (this.#failure) break;
    }
    await this.#slots.allFree();
    if (this.#failure) throw this.#failure;
    return this.counts;
  }

  #operationsOf(fields: Fields): Fields[] {
    return this.#job.mapping ? mapped(this.#job.mapping, fields) : [fields];
  }

  /** Reads one operation and sends it on its way, when there is room. */
  async #take(line: number, fields: Fields): Promise<void> {
    const item = await this.#read(line, fields);
    if (!item) return;
    if ('asset' in item) return this.#addAsset(line, fields, item.asset);
    await this.#slots.take();
    const { operation } = item;
    const work = () => this.#submit(line, fields, operation);
    void this.#turns
      .run(operation.customers, operation.credit, work)
      .catch((error) => {
        this.#failure ??= error;
      })
      .finally(() => this.#slots.leave());
  }

  async #read(line: number, fields: Fields): Promise<ImportItem | null> {
    try {
      const texts = this.#job.format === 'csv' || this.#job.mapping !== null;
      return await itemOfFields(texts ? fromTexts(fields) : fields, (code) => this.#rooms.assets.find(code));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#refuse(line, fields, error);
      return null;
    }
  }

  async #addAsset(line: number, fields: Fields, wanted: NewAsset): Promise<void> {
    const { added, same } = await createAsset(this.#rooms, wanted, this.#job.ledgerId, CALLER);
    if (!same) this.#refuse(line, fields, new Problem('ASSET_EXISTS', { details: { asset: wanted.code } }));
    else if (added) this.#count('assets');
  }

  async #submit(line: number, fields: Fields, { reference, ...parts }: ImportOperation): Promise<void> {
    const key = { scope: 'ledger', value: reference } as const;
    const { operation, input, occurredAt } = parts;
    const submission = { ledgerId: this.#job.ledgerId, operation, input, occurredAt, caller: CALLER, key };
    for (let attempt = 1; this.#failure === null; attempt += 1) {
      try {
        return this.#settle(line, fields, await this.#rooms.engine.submit(submission));
      } catch (error) {
        if (!(error instanceof Unavailable)) return this.#refuse(line, fields, unforeseen(error));
        if (attempt === ATTEMPTS)
          this.#failure ??= new Error(`stopped at line ${line}: ${error.message}; run it again to go on`);
        else await wait(error.retryAfter * 1000);
      }
    }
  }

  #settle(line: number, fields: Fields, outcome: Outcome): void {
    if (outcome.ok) this.#count(outcome.replayed ? 'replayed' : 'recorded');
    else this.#refuse(line, fields, refused(outcome.refusal));
  }

  #refuse(line: number, fields: Fields, problem: Problem): void {
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    this.#job.onRefused({
      line,
      operation: text(fields.operation),
      reference: text(fields.reference_id),
      code: problem.code,
      why: problem.detail,
      ...(Object.keys(problem.details).length > 0 && { details: problem.details }),
    });
    this.#count('refused');
  }

  #count(outcome: keyof ImportCounts): void {
    this.counts[outcome] += 1;
    this.#job.onProgress?.(this.counts);
  }
}

/** Whoever runs an import may know what stands behind it. */
const unforeseen = (error: unknown): Problem =>
  new Problem('INTERNAL', { detail: redact(error instanceof Error ? error.message : String(error)) });
