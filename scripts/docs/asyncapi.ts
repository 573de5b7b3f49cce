import packageJson from '../../package.json' with { type: 'json' };
import { SETTINGS } from '../../src/config.ts';
import { DELIVERY_LIMIT } from '../../src/faces/amqp/topology.ts';
import { topupCompleted, transactionFailed, transferCompleted, userSignup } from '../../src/faces/events/consumed.ts';
import { PUBLISHED } from '../../src/faces/events/published.ts';
import { shownSchema } from '../../src/faces/wire/openapi-schema.ts';

const completed = { description: 'By `type`: a top-up or a transfer.', oneOf: [topupCompleted, transferCompleted] };

/** What is consumed, by routing key. */
export const CONSUMED = {
  'user.signup': userSignup,
  'transaction.completed': completed,
  'transaction.failed': transactionFailed,
} as const;

const CONTENT_TYPE = 'application/json';

const published = Object.entries(PUBLISHED).map(([key, { summary, data }]) => ({
  key,
  action: 'send' as const,
  message: { name: key, summary, contentType: CONTENT_TYPE, headers: headers(), payload: shownSchema(data) },
}));

const consumed = Object.entries(CONSUMED).map(([key, schema]) => ({
  key,
  action: 'receive' as const,
  message: {
    name: key,
    summary: (schema as { description?: string }).description,
    contentType: CONTENT_TYPE,
    payload: shownSchema(schema),
  },
}));

function headers() {
  const text = (description: string) => ({ type: 'string', description });
  return {
    type: 'object',
    properties: {
      ledger: text('Number of the ledger'),
      customer: text('Whom it concerns; absent where it concerns the house alone'),
      place: text('Where the event stands in its ledger: `block.operation.event`, all of them numbers'),
      'occurred-at': { type: 'string', format: 'date-time' },
      replayed: { type: 'boolean', description: 'Where it is sent once more by `pochi events replay`' },
    },
  };
}

/** The AsyncAPI 3 document, from the very schemas that messages are checked against. */
export function asyncapiPage(): string {
  const all = [...consumed, ...published];
  const ref = (path: string) => ({ $ref: `#/${path}` });
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Pochi',
      version: packageJson.version,
      description: 'Made from src/faces/events by `npm run docs`: change it there.',
      license: { name: packageJson.license },
    },
    defaultContentType: CONTENT_TYPE,
    servers: { broker: { host: 'localhost:5672', protocol: 'amqp', description: 'AMQP_URL' } },
    channels: Object.fromEntries(
      all.map(({ key }) => [
        key,
        {
          address: key,
          messages: { [key]: ref(`components/messages/${key}`) },
          bindings: {
            amqp: {
              is: 'routingKey',
              exchange: { name: SETTINGS.amqpExchange.preset, type: 'topic', durable: true },
              bindingVersion: '0.3.0',
            },
          },
        },
      ]),
    ),
    operations: Object.fromEntries(
      all.map(({ key, action }) => [
        `${action}.${key}`,
        { action, channel: ref(`channels/${key}`), messages: [ref(`channels/${key}/messages/${key}`)] },
      ]),
    ),
    components: { messages: Object.fromEntries(all.map(({ key, message }) => [key, message])) },
    'x-queue': { name: SETTINGS.amqpQueue.preset, type: 'quorum', deliveryLimit: DELIVERY_LIMIT },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
