import type { PointAction, PointRule } from '../wallet/points.ts';
import type { Database } from './database.ts';
import { pointRules } from './point-rules.ts';

/** The rules of one ledger that are in force, as they were at one moment. */
export class RulesInForce {
  readonly #rules: ReadonlyMap<string, PointRule>;

  constructor(rules: ReadonlyMap<string, PointRule>) {
    this.#rules = rules;
  }

  get(action: PointAction, asset: string): PointRule | null {
    // Most services have none.
    return this.#rules.size === 0 ? null : (this.#rules.get(`${action} ${asset}`) ?? null);
  }
}

/** After so long another instance's change is heard of. */
const FRESH_MS = 5000;

/** The rules of each ledger as last read. */
export class PointRuleRegistry {
  readonly #database: Database;
  readonly #ledgers = new Map<bigint, { readonly rules: RulesInForce; readonly until: number }>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The rules in force, read again where they may be old; without any waiting otherwise. */
  inForce(ledgerId: bigint): RulesInForce | Promise<RulesInForce> {
    const known = this.#ledgers.get(ledgerId);
    return known && known.until > performance.now() ? known.rules : this.#read(ledgerId);
  }

  /** Has a ledger's rules read again before the next decision. */
  forget(ledgerId: bigint): void {
    this.#ledgers.delete(ledgerId);
  }

  async #read(ledgerId: bigint): Promise<RulesInForce> {
    const active = (await pointRules(this.#database, ledgerId)).filter((rule) => rule.active);
    const rules = new RulesInForce(new Map(active.map((rule) => [`${rule.action} ${rule.asset}`, rule])));
    this.#ledgers.set(ledgerId, { rules, until: performance.now() + FRESH_MS });
    return rules;
  }
}
