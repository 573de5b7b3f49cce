import { DELIVERY_LIMIT } from '../../src/faces/amqp/topology.ts';
import { PUBLISHED } from '../../src/faces/events/published.ts';
import { shownSchema } from '../../src/faces/wire/openapi-schema.ts';
import { CONSUMED } from './asyncapi.ts';

interface Shown {
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shown[];
  readonly oneOf?: readonly Shown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shown>>;
  readonly required?: readonly string[];
}

const typeOf = (schema: Shown): string => {
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  return schema.type ?? 'any';
};

function fields(schema: Shown): string {
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const optional = schema.required?.includes(name) ? '' : ', optional';
    return `| \`${name}\` | ${typeOf(field)}${optional} | ${field.description ?? ''} |`;
  });
  return ['| field | type | |', '|---|---|---|', ...rows].join('\n');
}

const consumed = Object.entries(CONSUMED).map(([key, schema]) => {
  const shown = shownSchema(schema) as Shown;
  const forms = shown.oneOf ?? [shown];
  const parts = forms.map((form) => [...(shown.oneOf ? [form.description] : []), fields(form)].join('\n\n'));
  return `### \`${key}\`\n\n${shown.description}\n\n${parts.join('\n\n')}`;
});

const published = Object.entries(PUBLISHED).map(
  ([key, { summary, data }]) => `### \`${key}\`\n\n${summary}\n\n${fields(shownSchema(data) as Shown)}`,
);

/** The page of all events. */
export const eventsPage = (): string => `# Events

Made from src/faces/events by \`npm run docs\`: change it there. [asyncapi.json](asyncapi.json) says the same as AsyncAPI 3.

With \`AMQP_URL\` set, the service takes events from RabbitMQ and tells of everything that it commits. Both go through
the topic exchange \`AMQP_EXCHANGE\`; the routing key is the name of the event. Without it the service runs whole, and
the same events are at \`GET /api/v1/events\`.

## What it takes

Bodies are JSON (UTF-8). Amounts are major units of their currency with at most its decimal digits, written as a number
without an exponent. Fields that are not named here are passed over.

- **Once.** A transaction is known by its \`transactionId\`. The same message again, in any order, after any crash, has
  no further effect. What is recorded first for a transaction is final, but for one thing: a \`transaction.failed\`
  takes back what its \`transaction.completed\` did. A \`transaction.completed\` after the \`transaction.failed\` does
  nothing. One that can't be done, for lack of funds for example, counts as failed for ever.
- **Acknowledged** after the commit. While the database is away, messages wait.
- **Dead letters.** A message that can't be read, or names a transaction that was completed before with another content,
  goes to the queue \`AMQP_QUEUE.dead\` as it came, with the headers \`x-reason\`, \`x-original-exchange\`,
  \`x-original-routing-key\` and \`x-died-at\`. So does one that was delivered ${DELIVERY_LIMIT} times without an
  acknowledgement; the broker says so in \`x-death\`. To try again, publish it once more.
- **Card numbers** are refused wherever they stand in a message, with the reason \`CARD_DATA_REFUSED\` and the field. None
  is kept: of such a message the dead letter has \`transactionId\`, \`type\`, \`amount\`, \`currency\`, \`userId\`,
  \`senderId\` and \`recipientId\`, so far as no card number is in them, and the header \`x-redacted\`; headers and
  properties that hold one are left out.

The queue \`AMQP_QUEUE\` is a quorum queue and is declared by the service.

${consumed.join('\n\n')}

## What it tells

Each event is a persistent message. Its \`message_id\` is the event's id, which is the same however often it is sent: an
event is sent at least once. The events of one customer are sent in their order. The headers carry \`ledger\`,
\`customer\`, \`place\` (\`block.operation.event\`: where the event stands in its ledger) and \`occurred-at\`.
Amounts are numbers of major units.

An event that no queue is bound for is not kept by the broker. While a type has no queue, only one event of it is sent
with each page, to see whether it has one by now. A queue gets whatever is committed after it was bound; the first page
that it gets may come out of its order. \`pochi events replay --from BLOCK-OR-TIME [--to BLOCK-OR-TIME] [--types A,B]\`
sends events again. The first start with \`AMQP_URL\` begins with what is committed from then on.

${published.join('\n\n')}
`;
