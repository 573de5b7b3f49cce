/** Hashes idempotency keys anew: each follows from its operation's reference, or from the id of one that has none. */
import { keyHash } from '../../wallet/key.ts';
import type { RecordedLine } from './journal-rows.ts';
import type { Findings } from './report.ts';

export function checkKey(line: RecordedLine, findings: Findings): void {
  if (line.key === keyHash(line.reference === null ? null : { scope: 'ledger', value: line.reference }, of(line)))
    return;
  if (line.reference !== null && line.key === keyHash({ scope: 'caller', value: line.reference }, of(line))) return;
  findings.add(line.id, `has a key that does not follow from its reference: a retry of it would be recorded twice`);
}

const of = ({ id, operation, subject }: RecordedLine) => ({ id, operation, subject: subject ?? '' });
