import Type from 'typebox';
import { answered } from '../../../engine/failure.ts';
import { type Asset, MAX_DECIMAL_PLACES } from '../../../ledger/asset.ts';
import { createAsset } from '../../create-asset.ts';
import { admin, everyone } from '../access.ts';
import type { App, Services } from '../app.ts';
import { callerOf } from '../caller.ts';
import { assetCode, line, success } from '../fields.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { problems } from '../responses.ts';

const asset = Type.Object(
  {
    code: assetCode,
    name: line(100, 'Name to show'),
    decimal_places: Type.Integer({
      minimum: 0,
      maximum: MAX_DECIMAL_PLACES,
      description: 'How many decimal digits one major unit has',
    }),
  },
  { additionalProperties: false },
);

const listSchema = {
  tags: ['Assets'],
  operationId: 'assetList',
  summary: 'All assets',
  response: { 200: success(Type.Object({ assets: Type.Array(asset) })), ...problems('read') },
};

const createSchema = {
  tags: ['Assets'],
  operationId: 'assetCreate',
  summary: 'Add an asset',
  body: asset,
  response: {
    200: { description: 'It is there already', ...success(asset) },
    201: { description: 'Added', ...success(asset) },
    ...problems('write', 'ASSET_EXISTS'),
  },
};

const present = ({ code, name, decimalPlaces }: Asset) => ({ code, name, decimal_places: decimalPlaces });

/** The assets that all ledgers share. */
export function assetRoutes(app: App, services: Services): void {
  const { assets } = services;
  app.get('/assets', { schema: listSchema, config: { access: everyone('everything') } }, async () => {
    await answered(assets.refresh());
    return { success: true as const, data: { assets: assets.all().map(present) } };
  });

  app.post('/assets', { schema: createSchema, config: { access: admin } }, async (request, reply) => {
    const { code, name, decimal_places: decimalPlaces } = request.body;
    const { ledgerId } = principalOf(request);
    const caller = callerOf(request, 'assets.create');
    const { asset, added, same } = await createAsset(services, { code, name, decimalPlaces }, ledgerId, caller);
    if (!same) throw new Problem('ASSET_EXISTS', { details: { asset: code } });
    reply.code(added ? 201 : 200);
    return { success: true as const, data: present(asset) };
  });
}
