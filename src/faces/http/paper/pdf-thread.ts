/** The thread of pdf.ts. Nothing is fetched for a PDF, and no file but the fonts is read. */
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Paper, Printed } from './pdf.ts';

interface PdfMake {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(allow: (url: string) => boolean): void;
  setLocalAccessPolicy(allow: (path: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake') as PdfMake;
const { normal, bold } = (require('pdfmake/fonts/Roboto.js') as { Roboto: { normal: string; bold: string } }).Roboto;
pdfmake.setFonts({ Roboto: { normal, bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);

const MARGIN = 36;
const ROLL_MARGIN = 8;
const STYLES = {
  title: { fontSize: 14, bold: true, margin: [0, 0, 0, 6] },
  head: { bold: true },
  faint: { color: '#50565C' },
};

function print({ title, language, content, roll }: Paper): Promise<Buffer> {
  const page =
    roll === undefined
      ? { pageSize: 'A4', pageMargins: MARGIN, defaultStyle: { font: 'Roboto', fontSize: 9 } }
      : {
          pageSize: { width: roll, height: 'auto' },
          pageMargins: ROLL_MARGIN,
          defaultStyle: { font: 'Roboto', fontSize: 8 },
        };
  return pdfmake.createPdf({ ...page, info: { title }, language, content, styles: STYLES }).getBuffer();
}

parentPort?.on('message', async ({ id, paper }: { id: number; paper: Paper }) => {
  const answer = (printed: Printed) => parentPort?.postMessage(printed);
  try {
    answer({ id, pdf: await print(paper) });
  } catch (error) {
    answer({ id, problem: String(error) });
  }
});
