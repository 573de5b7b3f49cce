/** PDFs, made here. What goes into them is ours alone: nothing is fetched, and no file but the fonts is read. */
import { createRequire } from 'node:module';
import type { FastifyReply } from 'fastify';

/** What pdfmake takes: https://pdfmake.github.io/docs. */
export type Content = string | number | readonly Content[] | { readonly [key: string]: unknown };

export interface Paper {
  readonly title: string;
  readonly language: string;
  readonly content: readonly Content[];
  /** A till roll instead of A4: its width in points. */
  readonly roll?: number;
}

interface PdfMake {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(allow: (url: string) => boolean): void;
  setLocalAccessPolicy(allow: (path: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

const require = createRequire(import.meta.url);
let loaded: PdfMake | null = null;

/** Loaded with the first PDF: most instances never make one. */
function maker(): PdfMake {
  if (loaded) return loaded;
  const pdfmake = require('pdfmake') as PdfMake;
  const { Roboto } = require('pdfmake/fonts/Roboto.js') as { Roboto: { normal: string; bold: string } };
  const { normal, bold } = Roboto;
  pdfmake.setFonts({ Roboto: { normal, bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
  loaded = pdfmake;
  return pdfmake;
}

const MARGIN = 36;
const ROLL_MARGIN = 8;

export function makePdf({ title, language, content, roll }: Paper): Promise<Buffer> {
  const page =
    roll === undefined
      ? { pageSize: 'A4', pageMargins: MARGIN, defaultStyle: { font: 'Roboto', fontSize: 9 } }
      : { pageSize: { width: roll, height: 'auto' }, pageMargins: ROLL_MARGIN, defaultStyle: { font: 'Roboto', fontSize: 8 } };
  return maker()
    .createPdf({ ...page, info: { title }, language, content, styles: STYLES })
    .getBuffer();
}

const STYLES = {
  title: { fontSize: 14, bold: true, margin: [0, 0, 0, 6] },
  head: { bold: true },
  faint: { color: '#50565C' },
};

export const sendPdf = (reply: FastifyReply, file: string, pdf: Buffer): FastifyReply =>
  reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${file}"`)
    .header('cache-control', 'no-store')
    .send(pdf);
