import type { FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { answered } from '../../../engine/failure.ts';
import { MAX_AMOUNT } from '../../../ledger/money.ts';
import type { Change } from '../../../queries/changes.ts';
import { pointRules, putPointRule, removePointRule, type StoredPointRule } from '../../../queries/point-rules.ts';
import { POINT_ACTIONS, type PointAction } from '../../../wallet/points.ts';
import { amountOut, minorAmount, minorUnits } from '../../wire/amounts.ts';
import { JsonNumber } from '../../wire/json-number.ts';
import { documented } from '../../wire/openapi-schema.ts';
import { admin, adminReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { assetOf } from '../assets/lookup.ts';
import { changeMaker } from '../change-maker.ts';
import { assetCode, success } from '../fields.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { problems } from '../responses.ts';

const closed = { additionalProperties: false };
const tags = ['Point rules'];

const MOST = Number(MAX_AMOUNT);

const rule = Type.Object({
  action: Type.String({ enum: [...POINT_ACTIONS] }),
  asset_code: Type.String(),
  per_amount: amountOut,
  points: amountOut,
  // Passed through as it is: the serializer of a union knows no bigint.
  cap: Type.Unsafe<JsonNumber | null>(documented({}, { type: ['integer', 'null'], minimum: 1, maximum: MOST })),
  active: Type.Boolean(),
});

const listSchema = {
  tags,
  operationId: 'pointRuleList',
  summary: 'The rules by which customers earn points',
  response: { 200: success(Type.Object({ point_rules: Type.Array(rule) })), ...problems('read') },
};

const params = Type.Object(
  { action: Type.Union(POINT_ACTIONS.map((action) => Type.Literal(action))), asset_code: assetCode },
  closed,
);

const body = Type.Object(
  {
    per_amount: minorAmount,
    points: Type.Integer({ minimum: 1, maximum: MOST, description: 'Points for each whole per_amount' }),
    cap: Type.Optional(
      Type.Union([Type.Null(), Type.Integer({ minimum: 1, maximum: MOST })], {
        description: 'The most points of one transaction',
      }),
    ),
    active: Type.Optional(Type.Boolean({ description: 'Whether the rule is in force; it is, unless said otherwise' })),
  },
  closed,
);

const putSchema = {
  tags,
  operationId: 'pointRulePut',
  summary: 'Set how an action in an asset earns points, from the next transaction on',
  params,
  body,
  response: { 200: success(rule), ...problems('write', 'ASSET_NOT_FOUND') },
};

const deleteSchema = {
  tags,
  operationId: 'pointRuleDelete',
  summary: 'Remove a rule: the action earns no more points',
  params,
  response: { 200: success(rule), ...problems('write', 'ASSET_NOT_FOUND', 'POINT_RULE_NOT_FOUND') },
};

const present = ({ action, asset, perAmount, points, cap, active }: StoredPointRule) => ({
  action,
  asset_code: asset,
  per_amount: perAmount,
  points,
  cap: cap === null ? null : new JsonNumber(cap.toString()),
  active,
});

const storedOf = (action: PointAction, asset: string, given: Static<typeof body>): StoredPointRule => ({
  action,
  asset,
  perAmount: minorUnits(given.per_amount),
  points: BigInt(given.points),
  cap: given.cap === undefined || given.cap === null ? null : BigInt(given.cap),
  active: given.active ?? true,
});

const changeOf = (
  request: FastifyRequest<{ Params: { action: PointAction } }>,
  operation: 'pointRulePut' | 'pointRuleDelete',
  asset: string,
  rule: object,
): Change => ({
  ...changeMaker(request, operation === 'pointRulePut' ? 'point_rules.put' : 'point_rules.delete'),
  operation,
  object: `${request.params.action}:${asset}`,
  customer: null,
  // Numbers as they are written elsewhere in the data of operations: amounts are texts.
  data: JSON.parse(JSON.stringify(rule, (_key, value) => (typeof value === 'bigint' ? value.toString() : value))),
});

/** The rules of the token's ledger. */
export function pointRuleRoutes(app: App, { database, assets, points }: Services): void {
  const config = { access: admin };

  app.get('/point-rules', { schema: listSchema, config: { access: adminReaders } }, async (request) => {
    const rules = await pointRules(database, principalOf(request).ledgerId);
    return { success: true as const, data: { point_rules: rules.map(present) } };
  });

  app.put('/point-rules/:action/:asset_code', { schema: putSchema, config }, async (request) => {
    const { ledgerId, subject } = principalOf(request);
    const { action, asset_code } = request.params;
    const asset = await assetOf(assets, asset_code);
    const stored = storedOf(action, asset.code, request.body);
    const change = changeOf(request, 'pointRulePut', asset.code, present(stored));
    await answered(putPointRule(database, ledgerId, asset.id, stored, change));
    points.forget(ledgerId);
    request.log.info({ rule: present(stored), subject }, 'a point rule was set');
    return { success: true as const, data: present(stored) };
  });

  app.delete('/point-rules/:action/:asset_code', { schema: deleteSchema, config }, async (request) => {
    const { ledgerId, subject } = principalOf(request);
    const { action, asset_code } = request.params;
    const asset = await assetOf(assets, asset_code);
    const change = changeOf(request, 'pointRuleDelete', asset.code, {});
    const removed = await answered(removePointRule(database, ledgerId, asset.id, action, change));
    if (!removed) throw new Problem('POINT_RULE_NOT_FOUND', { details: { action, asset: asset.code } });
    points.forget(ledgerId);
    request.log.info({ rule: present(removed), subject }, 'a point rule was removed');
    return { success: true as const, data: present(removed) };
  });
}
