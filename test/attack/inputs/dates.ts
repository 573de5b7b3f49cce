import type { World } from '../world.ts';
import { type BadInput, bodiesOf, everywhere, inBody, inQuery } from './input.ts';

/** What is no time and no day anywhere. */
const NEVER = [
  '',
  ' ',
  'now',
  'today',
  'epoch',
  'infinity',
  '-infinity',
  'NaN',
  '0',
  '1705314600',
  '2024',
  '2024-1-1',
  '24-01-15',
  '15.01.2024',
  '01/15/2024',
  '2024-00-10',
  '2024-13-01',
  '2024-02-30',
  '2023-02-29',
  '2024-01-32',
  '12024-01-15',
  '-2024-01-15',
  '２０２４-01-15',
  "2024-01-15'--",
  '2024-01-15\u0000',
] as const;
const named = NEVER.map((text) => [JSON.stringify(text), text] as const);
const quoted = NEVER.map((text) => [JSON.stringify(text), JSON.stringify(text)] as const);

export function dates(world: World): BadInput[] {
  const bodies = bodiesOf(world);
  return [
    ...everywhere(
      [
        inBody('slipCreate', '/api/wallet/credit-slips', bodies.slip, 'occurred_at'),
        inBody('changeStore', '/api/wallet/store-change', bodies.change, 'occurred_at'),
      ],
      quoted,
    ),
    ...everywhere(
      [
        inQuery('flowReport', '/api/v1/reports/flow?to=2024-12-31', 'from'),
        inQuery('statementRead', `/api/v1/customers/${world.customer}/statement?asset_code=USD&from=2024-01-01`, 'to'),
        inQuery('entryList', '/api/v1/entries', 'recorded_from'),
        inQuery('auditTrail', '/api/wallet/audit-trail', 'start_date'),
      ],
      named,
    ),
  ];
}
