/** From the bodies of this face to the inputs of operations. */
import type { WalletBonus, WalletTopup } from '../../../wallet/credit.ts';
import type { WalletSpend } from '../../../wallet/debit.ts';
import type { JsonObject } from '../../../wallet/operation.ts';
import { minorUnits } from '../../wire/amounts.ts';
import type { BonusBody, SpendBody, TopupBody } from './schema.ts';

const DEFAULT_METHOD = 'external';

export const topupInput = (body: TopupBody): WalletTopup => ({
  ...movementInput(body),
  method: body.payment_method ?? DEFAULT_METHOD,
  data: given({ payment_method: body.payment_method, metadata: body.metadata }),
});

export const bonusInput = (body: BonusBody): WalletBonus => ({
  ...movementInput(body),
  data: given({ bonus_type: body.bonus_type, metadata: body.metadata }),
});

export const spendInput = (body: SpendBody): WalletSpend => ({
  ...movementInput(body),
  entryType: 'SPEND',
  data: given({ item_id: body.item_id, metadata: body.metadata }),
});

const movementInput = (body: Pick<TopupBody, 'user_id' | 'asset_code' | 'amount'>) => ({
  customer: body.user_id,
  asset: body.asset_code,
  amount: minorUnits(body.amount),
});

/** Only what the caller gave: the books keep it for ever. */
export const given = (data: Record<string, string | JsonObject | undefined>): JsonObject =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as JsonObject;
