import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { operations } from '../../api/schema.d.ts';
import { timeZone } from '../filters/days.ts';

type Answer<Name extends 'flowReport' | 'debtReport'> =
  operations[Name]['responses'][200]['content']['application/json']['data'];
export type Flow = Answer<'flowReport'>['currencies'][number];
export type Debt = Answer<'debtReport'>['currencies'][number];

export const flowFilters = (from: string, to: string) => ({ from, to, time_zone: timeZone() });

export const flowQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['reports', 'flow', from, to],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/reports/flow', { params: { query: flowFilters(from, to) as never } }))).data,
    staleTime: 60_000,
  });

export const debtFilters = () => ({ time_zone: timeZone() });

export const debtQuery = queryOptions({
  queryKey: ['reports', 'debts'],
  queryFn: async () =>
    (await answer(api.GET('/api/v1/reports/debts', { params: { query: debtFilters() as never } }))).data,
  staleTime: 60_000,
});
