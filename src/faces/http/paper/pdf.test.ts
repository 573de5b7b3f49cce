import { expect, test } from 'vitest';
import { until } from '../../../../test/support/until.ts';
import { makePdf, pdfThreadRuns } from './pdf.ts';

const paper = (text: string) => ({ title: text, language: 'en', content: [text] });

test('PDFs that are asked for at once are each made', async () => {
  const pdfs = await Promise.all(['one', 'two', 'three'].map((text) => makePdf(paper(text))));
  for (const pdf of pdfs) expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

test('while a long one is made, everything else goes on', async () => {
  let turns = 0;
  const turn = setInterval(() => {
    turns += 1;
  }, 5);
  const body = Array.from({ length: 2_000 }, (_, row) => [`row ${row}`, 'text', '12.50']);
  await makePdf({ ...paper('long'), content: [{ table: { body } }] });
  clearInterval(turn);
  expect(turns).toBeGreaterThan(5);
});

test('what cannot be set fails alone', async () => {
  await expect(makePdf({ ...paper('bad'), content: [{ image: '/etc/hostname' }] })).rejects.toThrow(
    'could not be made',
  );
  expect((await makePdf(paper('good'))).length).toBeGreaterThan(500);
});

test('more than can wait are turned away', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 25 }, () => makePdf(paper('many'))));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
});

test('once nobody asks for one, the thread is ended, and the next one that does gets another', async () => {
  await makePdf(paper('last'));
  expect(pdfThreadRuns()).toBe(true);
  await until(() => !pdfThreadRuns());
  const made = makePdf(paper('next'));
  expect(pdfThreadRuns()).toBe(true);
  expect((await made).length).toBeGreaterThan(500);
});
