/** How one setting is read from its text: a parser gives the value, or throws a `SettingProblem` that says what it wants. */

/** What a text would have to be. Its message follows the name of the setting: `PORT must be ...`. */
export class SettingProblem extends Error {}

export interface Setting<T> {
  /** The environment variable. */
  readonly name: string;
  /** What it is when unset or empty, as it would be written; null where nothing is a value of its own. */
  readonly preset: string | null;
  readonly parse: (text: string) => T;
  /** One or two sentences for the reference page. */
  readonly doc: string;
}

export interface OptionalSetting<T> extends Setting<T> {
  readonly preset: null;
}

export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = /^(?:0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new SettingProblem(`must be a whole number from ${least} to ${most}`);
  };

export const oneOf =
  <const Choice extends string>(...choices: readonly Choice[]) =>
  (text: string): Choice => {
    const choice = choices.find((known) => known === text);
    if (choice === undefined) throw new SettingProblem(`must be one of ${choices.join(', ')}`);
    return choice;
  };

/** Several of them with commas between, at least one. */
export const listOf =
  <T>(parse: (text: string) => T) =>
  (text: string): readonly T[] =>
    text.split(',').map((part) => parse(part.trim()));

/** Amounts in minor units by the codes of their assets, such as `TZS:5000000,USD:10000`. */
export function assetAmounts(text: string): ReadonlyMap<string, bigint> {
  const parts = text.split(',').map((part) => /^([A-Z][A-Z0-9_]{1,49}):(0|[1-9][0-9]{0,12})$/.exec(part.trim()));
  const amounts = new Map(parts.map((part) => [part?.[1] ?? '', BigInt(part?.[2] ?? 0)]));
  if (amounts.has('') || amounts.size < parts.length)
    throw new SettingProblem('must be amounts in minor units, each asset once, such as TZS:5000000,USD:10000');
  return amounts;
}

export const matching =
  (pattern: RegExp, what: string) =>
  (text: string): string => {
    if (!pattern.test(text)) throw new SettingProblem(`must be ${what}`);
    return text;
  };

export const address =
  (...protocols: readonly string[]) =>
  (text: string): string => {
    if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
    throw new SettingProblem(`must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`);
  };
