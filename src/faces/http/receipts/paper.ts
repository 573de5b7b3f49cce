import { textAt } from '../languages.ts';
import type { Content, Paper } from '../paper/pdf.ts';
import { moneyText, timeText } from '../paper/text.ts';
import type { ReceiptData } from './receipt.ts';

/** Points in a millimetre. */
const MM = 72 / 25.4;

/** The receipt on a till roll of this many millimetres, or on A4. */
export function receiptPaper(data: ReceiptData, language: string, width: string): Paper {
  const word = (key: string) => textAt(language, `paper.${key}`);
  const money = (amount: bigint | number, places = data.decimal_places) => moneyText(BigInt(amount), places, language);
  const pair = (name: string, value: string, more: object = {}): Content => ({
    columns: [
      { text: name, width: '*' },
      { text: value, width: 'auto', alignment: 'right' },
    ],
    columnGap: 6,
    ...more,
  });
  const heading = (name: string): Content => ({ text: name, style: 'head', margin: [0, 6, 0, 2] });
  const when = (values: readonly unknown[], content: () => Content[]) => (values.length > 0 ? content() : []);
  return {
    title: `${word('receipt')} ${data.transaction_id}`,
    language,
    ...(width !== 'A4' && { roll: Number(width) * MM }),
    content: [
      { text: word('receipt'), style: 'title' },
      ...(data.status === 'POSTED' ? [] : [{ text: word(data.status.toLowerCase()), bold: true }]),
      pair(word('time'), `${timeText(data.occurred_at, language, 'UTC')} UTC`),
      ...when([data.store_id].filter(Boolean), () => [pair(word('store'), data.store_id ?? '')]),
      ...when([data.customer_id].filter(Boolean), () => [pair(word('customer'), data.customer_id ?? '')]),
      ...when([data.reference_id].filter(Boolean), () => [pair(word('reference'), data.reference_id ?? '')]),
      ...(data.slip ? slipContent(data.slip) : []),
      ...when(data.tenders, () => [
        heading(word('paid_with')),
        ...data.tenders.map(({ method, amount, reference }) =>
          pair(`${word(`methods.${method}`)} ${reference ?? ''}`.trim(), money(amount)),
        ),
      ]),
      ...when(data.allocations, () => [
        heading(word('paid_for')),
        ...data.allocations.map(({ type, amount }) => pair(word(`allocations.${type}`), money(amount))),
      ]),
      ...when(data.movements, () => [
        heading(word('movements')),
        ...data.movements.flatMap((movement) => [
          pair(
            `${word(`types.${movement.type}`)} (${word(`accounts.${movement.account}`)})`,
            `${movement.asset_code} ${money(
              movement.direction === 'CREDIT' ? movement.amount : -movement.amount,
              movement.decimal_places,
            )}`,
          ),
          pair(
            word('balance_after'),
            `${movement.asset_code} ${money(movement.balance_after, movement.decimal_places)}`,
            {
              style: 'faint',
            },
          ),
        ]),
      ]),
      { text: data.transaction_id, style: 'faint', margin: [0, 8, 0, 4] },
      { qr: data.transaction_id, fit: 64 },
    ],
  };

  function slipContent({
    slip_number,
    lines,
    subtotal,
    tax,
    discount,
    total,
  }: NonNullable<ReceiptData['slip']>): Content[] {
    return [
      heading(`${word('slip')} ${slip_number}`),
      ...lines.map((line) => pair(`${line.quantity} × ${line.description}`, money(line.total))),
      pair(word('subtotal'), money(subtotal), { margin: [0, 3, 0, 0] }),
      ...(tax > 0n ? [pair(word('tax'), money(tax))] : []),
      ...(discount > 0n ? [pair(word('discount'), money(-discount))] : []),
      pair(word('total'), `${data.asset_code} ${money(total)}`, { bold: true }),
    ];
  }
}
