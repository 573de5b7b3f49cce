import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { operations } from '../../api/schema.d.ts';
import type { DeliveryStateName } from './search.ts';

type Answer<Name extends 'webhookList' | 'webhookDeliveryList' | 'webhookDeliveryRead' | 'eventList'> =
  operations[Name]['responses'][200]['content']['application/json']['data'];
export type Webhook = Answer<'webhookList'>['webhooks'][number];
export type Delivery = Answer<'webhookDeliveryList'>['deliveries'][number];
export type FeedEvent = Answer<'eventList'>['events'][number];

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: async () => (await answer(api.GET('/api/v1/webhooks'))).data.webhooks,
});

const PAGE = 50;

export const deliveriesQuery = (webhook: string, state?: DeliveryStateName, after?: string, limit = PAGE) =>
  queryOptions({
    queryKey: ['webhooks', webhook, 'deliveries', state, after, limit],
    queryFn: async () => {
      const params = {
        path: { webhook_id: webhook },
        query: { limit, ...(state && { state }), ...(after && { after }) },
      };
      return (await answer(api.GET('/api/v1/webhooks/{webhook_id}/deliveries', { params }))).data;
    },
    refetchInterval: 10_000,
  });

export const deliveryQuery = (webhook: string, delivery: string) =>
  queryOptions({
    queryKey: ['webhooks', webhook, 'delivery', delivery],
    queryFn: async () => {
      const params = { path: { webhook_id: webhook, delivery_id: delivery } };
      return (await answer(api.GET('/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}', { params }))).data;
    },
  });

const FEED_PAGE = 100;

export const feedQuery = (after?: string) =>
  queryOptions({
    queryKey: ['events', after],
    queryFn: async () => {
      const query = { limit: FEED_PAGE, ...(after && { after }) };
      return (await answer(api.GET('/api/v1/events', { params: { query } }))).data;
    },
  });
