/** The events as a feed, for those without a broker. */
import Type from 'typebox';
import { EVENT_TYPES, type EventType } from '../../../wallet/events.ts';
import { eventsAfter } from '../../events/page.ts';
import { eventBody, eventEnvelope, readPlace, writePlace } from '../../events/present.ts';
import { readers } from '../access.ts';
import type { App, Services } from '../app.ts';
import { success, time } from '../fields.ts';
import { principalOf } from '../principal.ts';
import { invalid } from '../problem.ts';
import { problems } from '../responses.ts';

const MOST_EVENTS = 1_000;

const event = Type.Object({
  id: Type.String({ description: 'The same however often the event is told' }),
  type: Type.String({ enum: [...EVENT_TYPES] }),
  ledger: Type.String(),
  customer: Type.Union([Type.String(), Type.Null()]),
  place: Type.String({ description: 'Where it stands: later events have a later place' }),
  occurredAt: time,
  recordedAt: time,
  data: Type.Unsafe<unknown>({ description: 'See docs/reference/events.md' }),
});

const schema = {
  tags: ['Events'],
  operationId: 'eventList',
  summary: 'All events in their order, page by page',
  querystring: Type.Object(
    {
      after: Type.Optional(Type.String({ maxLength: 60, description: '`next` of the page before' })),
      limit: Type.Integer({ minimum: 1, maximum: MOST_EVENTS, default: 100 }),
      types: Type.Optional(
        Type.String({
          maxLength: 1_000,
          description: 'Only these types, with commas between; a page may then be empty',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  response: {
    200: success(
      Type.Object({
        events: Type.Array(event),
        next: Type.Union([Type.String(), Type.Null()], {
          description: 'Where to go on, now or later; null where there has been no event yet',
        }),
        more: Type.Boolean({ description: 'Whether there may be more already' }),
      }),
    ),
    ...problems('read'),
  },
};

export function eventRoutes(app: App, { database, assets }: Services): void {
  app.get('/events', { schema, config: { access: readers } }, async (request) => {
    const { ledgerId } = principalOf(request);
    const { after, limit, types } = request.query;
    const place = after === undefined ? null : readPlace(after);
    if (after !== undefined && place === null) throw invalid('after', 'must be the next of an earlier answer');
    const page = await eventsAfter(database, ledgerId, { after: place, limit, types: typesOf(types) });
    if (page.events.some(({ asset }) => asset !== null && !assets.get(asset))) await assets.refresh();
    const events = page.events.map((one) => ({ ...eventEnvelope(one), data: eventBody(one, assets) }));
    return {
      success: true as const,
      data: { events, next: page.last ? writePlace(page.last) : null, more: !page.end },
    };
  });
}

function typesOf(text: string | undefined): ReadonlySet<EventType> | null {
  if (text === undefined) return null;
  const types = text.split(',');
  const unknown = types.findIndex((type) => !(EVENT_TYPES as readonly string[]).includes(type));
  // By its place: nothing that may be secret is repeated.
  if (unknown >= 0) throw invalid('types', `must name types of events, and number ${unknown + 1} is none`);
  return new Set(types as EventType[]);
}
