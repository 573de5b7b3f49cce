/** The browser of the tests: Chromium where there is one. */
import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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
];

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The program, from the setting `CHROMIUM` or a usual place; null where there is none. */
export function chromiumProgram(): string | null {
  const given = process.env.CHROMIUM;
  if (given) return given;
  return USUAL_PLACES.find(runs) ?? null;
}

/** Throws where there is no Chromium. */
export function launchChromium(): Promise<Browser> {
  const executablePath = chromiumProgram();
  if (executablePath === null) throw new Error('there is no Chromium here; the setting CHROMIUM names one');
  return chromium.launch({ executablePath, args: FLAGS });
}
