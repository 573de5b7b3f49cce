import type { paths } from '../../api/schema.d.ts';
import { minorUnits } from '../../money/asset.ts';

export type Statement =
  paths['/api/v1/customers/{customer_id}/statement']['get']['responses'][200]['content']['application/json']['data'];

/** What was debited and credited in all. */
export function totalsOf({ entries }: Pick<Statement, 'entries'>): { debit: bigint; credit: bigint } {
  const sum = (wanted: string) =>
    entries.reduce((total, { direction, amount }) => (direction === wanted ? total + minorUnits(amount) : total), 0n);
  return { debit: sum('DEBIT'), credit: sum('CREDIT') };
}
