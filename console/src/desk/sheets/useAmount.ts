import { useState } from 'react';
import { type Customer, type Standing, useStandings } from '../customer/useCustomer.ts';

/** The amount of a sheet, and the currency that it is in. */
export interface SheetAmount {
  readonly standing: Standing | undefined;
  readonly choices: readonly Standing[];
  readonly choose: (currency: string) => void;
  readonly amount: bigint | null;
  readonly setAmount: (amount: bigint | null) => void;
}

export function useAmount({ account }: Customer): SheetAmount {
  const standings = useStandings(account);
  const [currency, setCurrency] = useState<string>();
  const [amount, setAmount] = useState<bigint | null>(null);
  const choices = standings.filter(({ asset }) => /^[A-Z]{3}$/.test(asset.code));
  const standing = choices.find(({ asset }) => asset.code === currency) ?? choices[0];
  return { standing, choices, choose: setCurrency, amount, setAmount };
}
