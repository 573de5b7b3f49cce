import { day, given, oneOf, text } from '../filters/search.ts';

export const ROLES = ['customer', 'cashier', 'supervisor', 'auditor', 'staff', 'service', 'admin'] as const;

/** The filters of the audit trail as its address has them. */
export interface AuditSearch {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actor?: string | undefined;
  readonly role?: (typeof ROLES)[number] | undefined;
  readonly action?: string | undefined;
  /** Id of the operation, or what was changed. */
  readonly object?: string | undefined;
  readonly customer?: string | undefined;
  readonly request?: string | undefined;
  readonly cursor?: string | undefined;
}

export const auditSearch = (search: Record<string, unknown>): AuditSearch =>
  given({
    from: day(search.from),
    to: day(search.to),
    actor: text(search.actor),
    role: oneOf(search.role, ROLES),
    action: text(search.action),
    object: text(search.object),
    customer: text(search.customer),
    request: text(search.request),
    cursor: text(search.cursor),
  });
