import { textAt } from '../languages.ts';
import type { Content, Paper } from '../paper/pdf.ts';
import { moneyText, timeText } from '../paper/text.ts';
import type { StatementData } from './schema.ts';

/** The statement on A4. */
export function statementPaper(statement: StatementData, language: string): Paper {
  const { customer_id, asset_code, decimal_places, from, to, time_zone, opening, entries, closing } = statement;
  const word = (key: string) => textAt(language, `paper.${key}`);
  const amount = (value: bigint) => ({ text: moneyText(value, decimal_places, language), alignment: 'right' });
  const standing = (name: string, { wallet, owed }: StatementData['opening']): Content[] => [
    { text: word(name), bold: true, colSpan: 5 },
    ...['', '', '', ''],
    amount(wallet),
    amount(owed),
  ];
  const body = [
    ['time', 'what', 'reference', 'debit', 'credit', 'wallet', 'owes'].map((key) => ({
      text: word(key),
      style: 'head',
      ...(['debit', 'credit', 'wallet', 'owes'].includes(key) && { alignment: 'right' }),
    })),
    standing('opening', opening),
    ...entries.map((entry) => [
      timeText(entry.occurred_at, language, time_zone),
      textAt(language, `paper.types.${entry.type}`),
      entry.slip_number ?? entry.reference_id ?? '',
      entry.direction === 'DEBIT' ? amount(entry.amount) : '',
      entry.direction === 'CREDIT' ? amount(entry.amount) : '',
      amount(entry.wallet_after),
      amount(entry.owed_after),
    ]),
    standing('closing', closing),
  ];
  const title = `${word('statement')} ${customer_id}`;
  return {
    title,
    language,
    content: [
      { text: title, style: 'title' },
      { text: `${from} – ${to} (${time_zone}) · ${asset_code}`, style: 'faint', margin: [0, 0, 0, 8] },
      {
        table: { headerRows: 1, widths: ['auto', '*', 'auto', 'auto', 'auto', 'auto', 'auto'], body },
        layout: 'lightHorizontalLines',
      },
    ],
  };
}
