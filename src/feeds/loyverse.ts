/** Loyverse's public API, v1.0: lists in pages, by cursor. */
import { asRecord, type FeedRecord, listOf, parseFeedJson, textOf } from './record.ts';

/** The lists that we read; also the name of the list in an answer. */
export type LoyverseList = 'customers' | 'items';

export interface LoyversePage {
  readonly records: readonly unknown[];
  /** Names the next page; null on the last. */
  readonly cursor: string | null;
  /** By Loyverse's clock; null where it does not say. */
  readonly servedAt: Date | null;
}

/** What Loyverse says no to, or can't be had; its message is one line for whoever runs the sync. */
export class LoyverseProblem extends Error {}

/** The cursor is not, or no longer, one that Loyverse knows: the list has to be read from its start. */
export class CursorRefused extends LoyverseProblem {}

export interface LoyverseSettings {
  /** Such as `https://api.loyverse.com/v1.0`. */
  readonly url: string;
  readonly token: string;
  /** How to wait, in milliseconds. */
  readonly wait: (ms: number) => Promise<unknown>;
}

const PAGE = 250;
const ATTEMPTS = 8;
const TIMEOUT_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 120_000;

export class Loyverse {
  readonly #settings: LoyverseSettings;

  constructor(settings: LoyverseSettings) {
    this.#settings = settings;
  }

  /** One page of a list: what changed since then, and where a cursor is given what follows it. Throws LoyverseProblem. */
  async page(list: LoyverseList, since: Date | null, cursor: string | null): Promise<LoyversePage> {
    const url = new URL(`${this.#settings.url.replace(/\/$/, '')}/${list}`);
    url.searchParams.set('limit', String(PAGE));
    // Deleted items are left out unless they are asked for; customers never are.
    if (list === 'items') url.searchParams.set('show_deleted', 'true');
    if (since) url.searchParams.set('updated_at_min', since.toISOString());
    if (cursor !== null) url.searchParams.set('cursor', cursor);
    const response = await this.#get(url, cursor);
    const body = pageBody(response.text);
    return {
      records: listOf(body, list),
      cursor: textOf(body, 'cursor', 10_000),
      servedAt: timeOfHeader(response.date),
    };
  }

  async #get(url: URL, cursor: string | null): Promise<{ text: string; date: string | null }> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#try(url);
      if ('text' in answer) return answer;
      if (answer.status === 401 || answer.status === 403)
        throw new LoyverseProblem('Loyverse does not accept LOYVERSE_TOKEN');
      if (answer.status === 400 && cursor !== null) throw new CursorRefused('Loyverse does not know the cursor');
      const passing = answer.status === 0 || answer.status === 429 || answer.status >= 500;
      if (!passing || attempt === ATTEMPTS) throw new LoyverseProblem(`Loyverse ${describe(answer.status)}`);
      await this.#settings.wait(answer.retryAfter ?? backoff(attempt));
    }
  }

  /** The body; or why there is none: the status, 0 where no answer came. */
  async #try(url: URL): Promise<{ text: string; date: string | null } | { status: number; retryAfter: number | null }> {
    try {
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${this.#settings.token}`, accept: 'application/json' },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        // A token goes nowhere but where it was meant to go.
        redirect: 'manual',
      });
      const text = await response.text();
      if (response.ok) return { text, date: response.headers.get('date') };
      return { status: response.status, retryAfter: waitOf(response.headers.get('retry-after')) };
    } catch {
      return { status: 0, retryAfter: null };
    }
  }
}

function pageBody(text: string): FeedRecord {
  try {
    return asRecord(parseFeedJson(text));
  } catch {
    // The parser's own message would quote what it read.
    throw new LoyverseProblem('Loyverse answered something that is not JSON');
  }
}

const describe = (status: number): string => (status === 0 ? 'cannot be reached' : `answered ${status}`);

const timeOfHeader = (header: string | null): Date | null => {
  const time = new Date(header ?? '');
  return Number.isNaN(time.getTime()) ? null : time;
};

/** Twice as long each time, and never the same for two that wait. */
const backoff = (attempt: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.5 + Math.random() / 2);

/** Retry-After in milliseconds: it is given in seconds, or as the time to wait for. */
function waitOf(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^[0-9]{1,6}$/.test(header) ? Number(header) * 1000 : new Date(header).getTime() - Date.now();
  return Number.isNaN(ms) ? null : Math.min(LONGEST_WAIT_MS, Math.max(0, ms));
}
