import type { Discard, Scope, UnsentIntent } from './intent.ts';

export interface Exported {
  readonly scope: Scope;
  readonly at: Date | null;
  readonly unsent: readonly UnsentIntent[];
  readonly discards: readonly Discard[];
}

const FORMAT = 1;

/** What a queue holds, for somebody who has to enter it by hand: bodies are the text that would have been sent. */
export const exportOf = ({ scope, at, unsent, discards }: Exported): string =>
  JSON.stringify(
    {
      format: FORMAT,
      exported_at: at,
      ledger: scope.ledger,
      subject: scope.subject,
      unsent: unsent.map(({ scope: _scope, approval: _approval, ...intent }) => intent),
      discarded: discards.map(
        ({ scope: _scope, intent: { scope: _same, approval: _approval, ...intent }, ...discard }) => ({
          ...discard,
          intent,
        }),
      ),
    },
    null,
    2,
  );
