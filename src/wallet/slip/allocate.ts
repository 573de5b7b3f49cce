/** Which part of a slip a payment pays, and which slip a payment pays first. */
import { least, type Part, remaining, type SlipState, type SlipStatus } from './slip.ts';

/** The slip, changed so that `paid` minor units of it are paid: from 0 to its total. */
export function withPaid(slip: SlipState, paid: bigint): SlipState {
  if (paid < 0n || paid > slip.total) throw new Error(`${paid} paid on slip ${slip.id} of ${slip.total}`);
  const lines = spread(slip, paid);
  const onLines = lines.reduce((sum, line) => sum + line.paid, 0n);
  return {
    ...slip,
    paid,
    lines,
    charges: { total: slip.charges.total, paid: paid - onLines },
    status: statusOf(slip.total, paid),
    version: slip.version + 1,
  };
}

/** The slip taken back: nothing of it is paid any more, and nobody owes it. */
export const withVoid = (slip: SlipState): SlipState => ({ ...withPaid(slip, 0n), status: 'VOID' });

/**
 * Pays the lines in order. A discount above the tax is given when the last of the money comes in: it then pays
 * what the money left of the lines, so that a closed slip has no line open.
 */
function spread(slip: SlipState, paid: bigint): SlipState['lines'] {
  let left = paid === slip.total ? slip.total - slip.charges.total : paid;
  return slip.lines.map((line) => {
    const part = least(left, line.total);
    left -= part;
    return part === line.paid ? line : { ...line, paid: part };
  });
}

function statusOf(total: bigint, paid: bigint): SlipStatus {
  if (paid === 0n) return 'OPEN';
  return paid < total ? 'PARTIALLY_PAID' : 'CLOSED';
}

/** Money shared among slips in their order; what is left when all are paid is the rest. */
export function shareOut(
  amount: bigint,
  slips: readonly SlipState[],
): { readonly shares: readonly { readonly slip: SlipState; readonly amount: bigint }[]; readonly rest: bigint } {
  const shares: { slip: SlipState; amount: bigint }[] = [];
  let rest = amount;
  for (const slip of slips) {
    if (rest === 0n) break;
    const share = least(rest, remaining(slip));
    shares.push({ slip, amount: share });
    rest -= share;
  }
  return { shares, rest };
}

/** Places of the parts that `after` pays otherwise than `before`. */
export function changedParts(before: readonly Part[], after: readonly Part[]): number[] {
  return after.flatMap((part, place) => (part.paid === before[place]?.paid ? [] : [place]));
}
