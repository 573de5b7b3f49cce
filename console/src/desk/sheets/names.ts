/** The sheets that open over a customer; their names stand in the address. */
export const SHEETS = ['topup', 'change', 'apply', 'withdraw', 'freeze', 'entry'] as const;
export type SheetName = (typeof SHEETS)[number];

export const isSheet = (value: unknown): value is SheetName => SHEETS.some((name) => name === value);
