import { decided, type Operation } from './operation.ts';

export interface AssetCreate {
  readonly code: string;
  readonly name: string;
  readonly decimalPlaces: number;
}

/** Moves nothing: the audit line of an asset that was added. It is shared by all ledgers; the line is in its adder's. */
export const assetCreate: Operation<'assetCreate', AssetCreate> = {
  name: 'assetCreate',
  needs: () => ({ accounts: [] }),
  decide: ({ code, name, decimalPlaces }) =>
    decided({ customer: null, postings: [], data: { code, name, decimal_places: decimalPlaces } }),
};
