/** A service in memory that keeps its promise about idempotency keys: the same key and request, the same answer, once. */
export interface Effect {
  readonly key: string;
  readonly customer: string;
  readonly n: number;
  readonly id: string;
}

interface Body {
  readonly customer_id: string;
  readonly n: number;
  /** A test asks for a refusal with it. */
  readonly refuse?: boolean;
}

export class SimulatedService {
  /** What was done, in order. */
  readonly effects: Effect[] = [];
  readonly #first = new Map<string, { readonly body: string; readonly answer: string }>();
  requests = 0;
  /** Answers the next requests in this way instead. */
  readonly #instead: (() => Response)[] = [];

  answerInstead(...answers: (() => Response)[]): void {
    this.#instead.push(...answers);
  }

  handle(headers: Headers, body: string): Response {
    this.requests += 1;
    const instead = this.#instead.shift();
    if (instead) return instead();
    const key = headers.get('idempotency-key');
    const before = key === null ? undefined : this.#first.get(key);
    if (before) {
      if (before.body !== body) return answer(409, refusal('DUPLICATE_IDEMPOTENCY_KEY'));
      return answer(200, before.answer, { 'idempotent-replayed': 'true' });
    }
    const { customer_id: customer, n, refuse } = JSON.parse(body) as Body;
    if (refuse) return answer(422, refusal('BALANCE_LIMIT'));
    const effect = { key: key ?? '', customer, n, id: `effect ${this.effects.length}` };
    this.effects.push(effect);
    const text = JSON.stringify({ id: effect.id });
    if (key !== null) this.#first.set(key, { body, answer: text });
    return answer(201, text);
  }
}

const refusal = (code: string): string => JSON.stringify({ respCode: 422, message: code, details: { code } });

export const answer = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': 'application/json', date: new Date().toUTCString(), ...headers },
  });
