/** The wallet of the event-driven back end: spec/event-wallet.md. */
import Type from 'typebox';
import { walletTimes } from '../../../queries/wallet-times.ts';
import { walletOf } from '../../../queries/wallets.ts';
import { idOut, idValue } from '../../wire/ids.ts';
import { exactNumber, majorOut } from '../../wire/major-out.ts';
import { everyone } from '../access.ts';
import type { App, Services } from '../app.ts';
import { assetOf } from '../assets/lookup.ts';
import { assetCode, success, time, userId } from '../fields.ts';
import { type Principal, principalOf } from '../principal.ts';
import { invalid, Problem } from '../problem.ts';
import { problems } from '../responses.ts';

const schema = {
  tags: ['Wallets'],
  operationId: 'walletOwn',
  summary: "A customer's own wallet; staff and services name whose",
  querystring: Type.Object(
    { userId: Type.Optional(userId), currency: Type.Optional(assetCode) },
    { additionalProperties: false },
  ),
  response: {
    200: success(
      Type.Object({
        userId: idOut,
        balance: exactNumber('Major units'),
        currency: Type.String(),
        createdAt: time,
        updatedAt: time,
      }),
    ),
    ...problems('read', 'ASSET_NOT_FOUND', 'WALLET_NOT_FOUND'),
  },
};

export interface OwnWalletSettings {
  /** The asset that is meant where a request names none. */
  readonly defaultCurrency: string;
}

export function ownWalletRoutes(app: App, { database, assets }: Services, settings: OwnWalletSettings): void {
  app.get('/wallet/user', { schema, config: { access: everyone('handler') } }, async (request) => {
    const principal = principalOf(request);
    const { ledgerId } = principal;
    const customer = customerOf(principal, request.query.userId);
    const asset = await assetOf(assets, request.query.currency ?? settings.defaultCurrency);
    const wallet = await walletOf(database, ledgerId, customer, asset.id);
    if (!wallet) throw new Problem('WALLET_NOT_FOUND', { details: { customer } });
    const times = await walletTimes(database, ledgerId, { ...wallet, asset: asset.code });
    return {
      success: true as const,
      data: {
        userId: idValue(customer),
        balance: majorOut(wallet.balance, asset.decimalPlaces),
        currency: asset.code,
        createdAt: times.createdAt.toISOString(),
        updatedAt: times.updatedAt.toISOString(),
      },
    };
  });
}

/** A customer who names someone else is answered as if they did not exist. */
function customerOf({ role, subject }: Principal, named: string | undefined): string {
  if (role === 'customer') {
    if (named !== undefined && named !== subject)
      throw new Problem('WALLET_NOT_FOUND', { details: { customer: named } });
    return subject;
  }
  if (named === undefined) throw invalid('userId', 'is missing');
  return named;
}
