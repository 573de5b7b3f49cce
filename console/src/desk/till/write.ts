/** One write of a screen: on its way, done, kept for later, refused, or in need of a supervisor's leave. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { online } from '../../api/online.ts';
import { ApiError } from '../../api/problems.ts';
import { currentOutbox } from '../../outbox/current.ts';
import { OutboxError, type OutboxErrorCode } from '../../outbox/errors.ts';
import type { Intent, Problem } from '../../outbox/intent.ts';
import { bodyText } from '../../outbox/json.ts';
import { stamped } from '../../outbox/occurred.ts';
import type { OfflineContext, OfflineReason } from '../../outbox/offline-rule.ts';
import { perform } from '../../outbox/perform.ts';
import type { WaitingReason } from '../../outbox/perform-in.ts';
import { can } from '../../session/session.ts';
import { customerChanged } from '../customer/queries.ts';

export type Outcome =
  | { readonly state: 'done'; readonly id: string; readonly answer: unknown; readonly transaction: string | null }
  | {
      readonly state: 'waiting';
      readonly id: string;
      readonly deviceReference: string;
      readonly reason: WaitingReason;
    };

export type Trouble =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'notOffline'; readonly reason: OfflineReason }
  | { readonly kind: 'device'; readonly code: OutboxErrorCode | null };

/** A request that may go out with somebody else's leave. */
interface Wanted {
  readonly intent: Intent;
  readonly context: OfflineContext;
  /** What the service said of it. */
  readonly problem: Problem;
}

export interface Approver {
  readonly name: string;
  readonly pin: string;
}

export interface Write {
  readonly busy: boolean;
  readonly outcome: Outcome | null;
  readonly trouble: Trouble | null;
  /** Set while a supervisor is asked. */
  readonly wanted: Wanted | null;
  /** Sends an intent; whatever is asked of it until there is an outcome does nothing. */
  run(intent: Intent, context?: OfflineContext): Promise<void>;
  /** Sends what is wanted with this person's leave. Throws ApiError where they do not give it. */
  approve(approver: Approver): Promise<void>;
  /** Leaves it. */
  dismiss(): void;
}

/** What somebody else can let pass. */
const APPROVABLE: ReadonlySet<string> = new Set(['APPROVAL_REQUIRED', 'CREDIT_LIMIT_EXCEEDED']);

const NOTHING = { busy: false, outcome: null, trouble: null, wanted: null };

export function useWrite(onOutcome: (outcome: Outcome) => void = () => {}): Write {
  const client = useQueryClient();
  const [state, setState] = useState<Pick<Write, 'busy' | 'outcome' | 'trouble' | 'wanted'>>(NOTHING);
  // Two taps come before the first of them has drawn the button anew.
  const underWay = useRef(false);

  async function run(intent: Intent, context: OfflineContext = {}): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setState({ ...NOTHING, busy: true });
    const next = await attempt(intent, context);
    underWay.current = false;
    setState({ ...NOTHING, ...next });
    if (next.outcome === undefined) return;
    if (intent.customer !== null) void customerChanged(client, intent.customer);
    onOutcome(next.outcome);
  }

  return {
    ...state,
    run,
    async approve({ name, pin }) {
      const { wanted } = state;
      if (!wanted) return;
      // An approval is for the request to the letter, so that its time is set before it is asked for.
      const intent = stamped(wanted.intent, currentOutbox().clock.now());
      const approval = await approvalFor(intent, name, pin);
      await run({ ...intent, approval }, wanted.context);
    },
    dismiss: () => setState(NOTHING),
  };
}

type Attempt = { outcome?: Outcome; trouble?: Trouble; wanted?: Wanted };

async function attempt(intent: Intent, context: OfflineContext): Promise<Attempt> {
  try {
    const performed = await perform(intent, context);
    if (performed.state === 'notOffline') return { trouble: { kind: 'notOffline', reason: performed.reason } };
    if (performed.state !== 'refused') return { outcome: performed };
    const { problem } = performed;
    const isApprovable = APPROVABLE.has(problem.code) && intent.approval === undefined && can('approvalCreate');
    return isApprovable ? { wanted: { intent, context, problem } } : { trouble: { kind: 'refused', problem } };
  } catch (error) {
    return { trouble: { kind: 'device', code: error instanceof OutboxError ? error.code : null } };
  }
}

/** Asks for leave at once and never by the outbox: a PIN is not to be kept anywhere. */
export async function approvalFor({ operation, path, body }: Intent, approver: string, pin: string): Promise<string> {
  const { data } = await online.POST('/api/v1/approvals', {
    body: { approver, pin, operation: operation as never, path, body: asSent(body) },
  });
  if (!data) throw new ApiError({ status: 0, code: 'EMPTY', message: '', requestId: null });
  return data.data.token;
}

/** The body as the outbox will send it. */
const asSent = (body: unknown): Record<string, never> => JSON.parse(bodyText(body));
