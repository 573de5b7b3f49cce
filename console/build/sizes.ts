/**
 * What the built console weighs, gzipped, against its budget: what every page needs before it works, and each part that
 * is loaded later.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

export interface Sizes {
  readonly initialJs: number;
  readonly initialCss: number;
  readonly fonts: number;
  /** The chunks that are loaded on demand, by file name. */
  readonly lazy: Readonly<Record<string, number>>;
}

/** In kB (1000 bytes) gzipped. */
export const BUDGET = { initialJs: 150, initialCss: 12, fonts: 50, lazyChunk: 80 } as const;

/** Reads what `vite build` left in the folder. Fonts are counted as they are: woff2 is compressed already. */
export function measure(folder: string): Sizes {
  const manifest: Record<string, ManifestChunk> = JSON.parse(
    readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'),
  );
  const initial = new Set<string>();
  const visit = (key: string): void => {
    if (initial.has(key)) return;
    initial.add(key);
    for (const imported of manifest[key]?.imports ?? []) visit(imported);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);

  const chunks = Object.entries(manifest);
  const files = (keep: (key: string) => boolean, ending: string): string[] => [
    ...new Set(
      chunks
        .flatMap(([key, { file, css = [] }]) => (keep(key) ? [file, ...css] : []))
        .filter((file) => file.endsWith(ending)),
    ),
  ];
  const kB = (file: string): number => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000;
  const sum = (names: readonly string[]): number => names.reduce((total, file) => total + kB(file), 0);
  const isInitial = (key: string) => initial.has(key);
  return {
    initialJs: sum(files(isInitial, '.js')),
    initialCss: sum(files(isInitial, '.css')),
    fonts: files(() => true, '.woff2').reduce(
      (total, file) => total + readFileSync(join(folder, file)).length / 1000,
      0,
    ),
    lazy: Object.fromEntries(files((key) => !isInitial(key), '.js').map((file) => [file, kB(file)])),
  };
}

/** What is above the budget, a sentence each; none when all is well. */
export function overBudget({ initialJs, initialCss, fonts, lazy }: Sizes): string[] {
  const parts: [string, number, number][] = [
    ['initial JavaScript', initialJs, BUDGET.initialJs],
    ['initial CSS', initialCss, BUDGET.initialCss],
    ['fonts', fonts, BUDGET.fonts],
    ...Object.entries(lazy).map(([file, size]): [string, number, number] => [file, size, BUDGET.lazyChunk]),
  ];
  return parts
    .filter(([, size, most]) => size > most)
    .map(([name, size, most]) => `${name}: ${size.toFixed(1)} kB, at most ${most} kB`);
}
