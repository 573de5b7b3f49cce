import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { operations } from '../../api/schema.d.ts';

export const ACTIONS = ['topup', 'spend', 'pay', 'slip_payment'] as const;
export type Action = (typeof ACTIONS)[number];

type Answer = operations['pointRuleList']['responses'][200]['content']['application/json']['data'];
export type PointRule = Answer['point_rules'][number];

/** There is at most one rule for an action in an asset. */
export interface Place {
  readonly action: Action;
  readonly asset: string;
}

export const rulesQuery = queryOptions({
  queryKey: ['point-rules'],
  queryFn: async () => (await answer(api.GET('/api/v1/point-rules'))).data.point_rules,
});
