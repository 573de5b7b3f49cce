import { expect, test } from 'vitest';
import { csvOf, type TwinCell } from './twin.ts';

const cell = (plain: string): TwinCell => ({ plain, shown: `TSh ${plain}` });

test('the file of a chart has its figures as they are, without currency or separators', () => {
  const rows = [
    { key: 'a', label: cell('2026-11-20'), search: {}, cells: [cell('1200000.00'), cell('-350.50')] },
    { key: 'b', label: cell('2026-11-21'), search: {}, cells: [cell('0.00'), cell('0.00')] },
  ];
  expect(csvOf({ name: 'x', heads: ['Day', 'In', 'Out'], rows })).toBe(
    'Day,In,Out\r\n2026-11-20,1200000.00,-350.50\r\n2026-11-21,0.00,0.00\r\n',
  );
});

test('a name can neither break a line of it nor be a formula', () => {
  const row = { key: 'a', label: cell('=HYPERLINK("x")'), search: {}, cells: [cell('Asha, "Mama"\nDuka')] };
  expect(csvOf({ name: 'x', heads: ['Who', 'What'], rows: [row] })).toBe(
    'Who,What\r\n"\'=HYPERLINK(""x"")","Asha, ""Mama""\nDuka"\r\n',
  );
});
