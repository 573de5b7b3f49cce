/**
 * What `npm test` has of the console's tests in a browser is what a till must never do wrong, and a part of the rest;
 * `npm run test:console` has all of it.
 */
import { test } from 'vitest';

export const WHOLE = process.env.CONSOLE_FORMS === 'all';

/** A test that only the whole run has. */
export const testInWhole = test.runIf(WHOLE);
