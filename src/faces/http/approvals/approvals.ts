/** Gives approvals to requests, and takes them. */
import { hash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { answered } from '../../../engine/failure.ts';
import type { IdempotencyKey } from '../../../engine/submission.ts';
import { addApproval, redeemApproval, tryPin } from '../../../queries/approvals.ts';
import type { Database } from '../../../queries/database.ts';
import { changeMaker } from '../change-maker.ts';
import { principalOf } from '../principal.ts';
import { invalid, Problem } from '../problem.ts';
import { isPin, sealPin } from './pin.ts';
import { requestHash } from './request-hash.ts';

const LIFETIME_S = 120;

const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer');

/** The request that somebody wants to send. */
export interface ApprovalRequest {
  readonly approver: string;
  readonly pin: string;
  readonly operation: string;
  readonly path: string;
  readonly body: unknown;
}

export class Approvals {
  readonly #database: Database;
  /** Compared with where the approver has no PIN, so that the time tells nobody who has one. */
  readonly #decoy = sealPin(randomBytes(8).toString('hex'));

  constructor(database: Database) {
    this.#database = database;
  }

  /** Throws VALIDATION_ERROR (oneself), APPROVER_LOCKED and APPROVER_REFUSED. */
  async give(
    request: FastifyRequest,
    wanted: ApprovalRequest,
  ): Promise<{ id: string; token: string; expiresAt: Date }> {
    const { ledgerId, subject } = principalOf(request);
    const { approver, operation } = wanted;
    if (approver === subject) throw invalid('approver', 'must be somebody else');
    await this.#assertPin(ledgerId, approver, wanted.pin);
    const token = randomBytes(32).toString('base64url');
    const approval = {
      id: uuidv7(),
      tokenHash: tokenHash(token),
      requestHash: requestHash(operation, wanted.path, wanted.body),
      operation,
      approver,
      requester: subject,
      lifetimeSeconds: LIFETIME_S,
    };
    const expiresAt = await answered(
      addApproval(this.#database, ledgerId, approval, {
        ...changeMaker(request, 'approvals.create'),
        operation: 'approvalCreate',
        object: approval.id,
        customer: null,
        data: { approver, operation, path: wanted.path },
      }),
    );
    return { id: approval.id, token, expiresAt };
  }

  async #assertPin(ledgerId: bigint, approver: string, pin: string): Promise<void> {
    const sealed = await answered(tryPin(this.#database, ledgerId, approver));
    if (sealed === 'locked') throw new Problem('APPROVER_LOCKED', { details: { approver } });
    const right = await isPin(pin, sealed ?? (await this.#decoy));
    if (!sealed || !right) throw new Problem('APPROVER_REFUSED', { details: { approver } });
  }

  /**
   * Who approved this request, by its header `Approval`. Throws APPROVAL_REQUIRED, APPROVAL_INVALID, and VALIDATION_ERROR
   * where the request has no idempotency key: without one, sending it again would not be the same request.
   */
  async redeem(request: FastifyRequest, key: IdempotencyKey | null, reason: ApprovalReason): Promise<string> {
    const { ledgerId, subject } = principalOf(request);
    const { approval } = request.headers as Record<string, string | undefined>;
    if (approval === undefined) throw new Problem('APPROVAL_REQUIRED', { details: { reason } });
    if (key === null) throw invalid('Idempotency-Key', 'is missing');
    const operation = (request.routeOptions.schema as { operationId: string }).operationId;
    const [path = ''] = request.url.split('?', 1);
    const approver = await answered(
      redeemApproval(this.#database, ledgerId, {
        tokenHash: tokenHash(approval),
        requestHash: requestHash(operation, path, request.body),
        requester: subject,
        key: key.value,
      }),
    );
    if (approver === null) throw new Problem('APPROVAL_INVALID');
    return approver;
  }
}

/** Why an approval is needed. */
export type ApprovalReason = 'reversal' | 'withdrawal' | 'price' | 'adjustment' | 'discard';
