import { expect, test } from 'vitest';
import { makePdf } from './pdf.ts';

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
