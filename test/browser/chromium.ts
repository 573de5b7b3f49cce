/** The browser of the tests: Chromium where there is one. */
import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Takes half the time for the same pages, as it has no windows to draw; nor has it notifications or a camera. */
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
];

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

export interface Wanted {
  /** Whether it has to be all of a browser, for notifications or a camera. */
  readonly whole?: boolean;
}

/** The program, from the setting `CHROMIUM` or a usual place; null where there is none. */
export function chromiumProgram({ whole = false }: Wanted = {}): string | null {
  const given = process.env.CHROMIUM;
  if (given) return given;
  const places = whole ? USUAL_PLACES : [WITHOUT_WINDOWS, ...USUAL_PLACES];
  return places.find(runs) ?? null;
}

/** Throws where there is no Chromium. */
export function launchChromium(wanted?: Wanted): Promise<Browser> {
  const executablePath = chromiumProgram(wanted);
  if (executablePath === null) throw new Error('there is no Chromium here; the setting CHROMIUM names one');
  return chromium.launch({ executablePath, args: FLAGS });
}
