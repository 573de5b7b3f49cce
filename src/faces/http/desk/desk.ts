/** What goes further than a cashier may, or than anyone may alone, and who approved it: docs/operating/roles.md. */
import type { FastifyRequest } from 'fastify';
import { answered } from '../../../engine/failure.ts';
import type { IdempotencyKey } from '../../../engine/submission.ts';
import type { AssetRegistry } from '../../../queries/asset-registry.ts';
import type { Database } from '../../../queries/database.ts';
import { operationByKey } from '../../../queries/operation-by-key.ts';
import type { Role } from '../../../tokens.ts';
import { keyHash } from '../../../wallet/key.ts';
import type { SlipCreate } from '../../../wallet/slip/create.ts';
import { till } from '../access.ts';
import type { ApprovalReason, Approvals } from '../approvals/approvals.ts';
import { type Principal, principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { asInCatalogue } from './prices.ts';

/** Minor units by the code of the asset. */
export type AssetAmounts = ReadonlyMap<string, bigint>;

export interface DeskLimits {
  /** The most that a cashier pays out alone; nothing of other assets. */
  readonly cashierWithdrawLimit: AssetAmounts | null;
  /** Whether a cashier names prices freely. */
  readonly cashierPrices: 'catalogue' | 'free';
  /** The most that one person gives away alone; as much as they like of other assets. */
  readonly secondApproverAbove: AssetAmounts | null;
}

export const NO_LIMITS: DeskLimits = {
  cashierWithdrawLimit: null,
  cashierPrices: 'catalogue',
  secondApproverAbove: null,
};

/** A request for an operation that may need an approval. */
export interface Asked {
  readonly request: FastifyRequest;
  /** Name of the operation. */
  readonly operation: string;
  readonly key: IdempotencyKey | null;
}

const TILL: readonly Role[] = till.roles;

const hasApproval = ({ request }: Asked): boolean => request.headers.approval !== undefined;

const isCashier = ({ request }: Asked): boolean => principalOf(request).role === 'cashier';

/** Each gives the approver's name, or null where none is needed. They throw what Approvals.redeem throws. */
export class Desk {
  readonly approvals: Approvals;
  readonly #database: Database;
  readonly #assets: AssetRegistry;
  readonly #limits: DeskLimits;

  constructor(approvals: Approvals, database: Database, assets: AssetRegistry, limits: DeskLimits) {
    this.approvals = approvals;
    this.#database = database;
    this.#assets = assets;
    this.#limits = limits;
  }

  async reversal(asked: Asked): Promise<string | null> {
    return isCashier(asked) ? this.#approver(asked, 'reversal') : null;
  }

  async discard(asked: Asked): Promise<string | null> {
    return isCashier(asked) ? this.#approver(asked, 'discard') : null;
  }

  async withdrawal(asked: Asked, asset: string, amount: bigint): Promise<string | null> {
    const most = this.#limits.cashierWithdrawLimit?.get(asset) ?? 0n;
    return isCashier(asked) && amount > most ? this.#approver(asked, 'withdrawal') : null;
  }

  /** An approval also lets a slip go beyond its customer's credit limit. */
  async slip(asked: Asked, slip: SlipCreate): Promise<string | null> {
    if (TILL.includes(principalOf(asked.request).role) && hasApproval(asked)) return this.#approver(asked, 'price');
    const free = !isCashier(asked) || this.#limits.cashierPrices === 'free';
    if (free || (await this.#isPricedAsInCatalogue(principalOf(asked.request).ledgerId, slip))) return null;
    return this.#approver(asked, 'price');
  }

  async adjustment(asked: Asked, asset: string, amount: bigint): Promise<string | null> {
    const needed = this.#needsSecond(principalOf(asked.request), asset, amount);
    return needed ? this.#approver(asked, 'adjustment') : null;
  }

  // What was recorded before needs nobody's leave again: limits and prices may be others now, the answer may not.
  async #approver(asked: Asked, reason: ApprovalReason): Promise<string | null> {
    const { request, operation, key } = asked;
    if (!hasApproval(asked) && key) {
      const { ledgerId, subject } = principalOf(request);
      const hash = keyHash(key, { id: '', operation, subject });
      if (await answered(operationByKey(this.#database, ledgerId, hash))) return null;
    }
    return this.approvals.redeem(request, key, reason);
  }

  /** For where no approval can be given. Throws APPROVAL_REQUIRED. */
  assertAlone(principal: Principal, asset: string, amount: bigint): void {
    if (this.#needsSecond(principal, asset, amount))
      throw new Problem('APPROVAL_REQUIRED', { details: { reason: 'adjustment' } });
  }

  // A service gives away by rules of its own; people are to be two.
  #needsSecond({ role }: Principal, asset: string, amount: bigint): boolean {
    const most = this.#limits.secondApproverAbove?.get(asset);
    return role !== 'service' && most !== undefined && amount > most;
  }

  async #isPricedAsInCatalogue(ledgerId: bigint, slip: SlipCreate): Promise<boolean> {
    if (slip.discount > 0n) return false;
    const asset = await this.#assets.find(slip.asset);
    return asset !== null && answered(asInCatalogue(this.#database, ledgerId, asset.id, slip));
  }
}
