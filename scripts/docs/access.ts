import { describedServer } from '../../console/api-types/server.ts';
import { ROLES } from '../../src/tokens.ts';
import { type Row, rightOf } from '../../test/attack/access/row.ts';
import { OPEN, ROWS } from '../../test/attack/access/rows.ts';

interface Operation {
  readonly id: string;
  readonly tag: string;
  readonly route: string;
}

const SIGNS = { may: 'yes', own: 'own', approved: 'approved', no: '' } as const;

async function operations(): Promise<Operation[]> {
  const app = await describedServer();
  try {
    return Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { operationId: string; tags: [string] }>).map(
        ([method, { operationId, tags }]) => ({
          id: operationId,
          tag: tags[0],
          route: `${method.toUpperCase()} ${path}`,
        }),
      ),
    );
  } finally {
    await app.close();
  }
}

const cells = (row: Row | undefined): string[] => ROLES.map((role) => (row ? SIGNS[rightOf(row, role)] : 'open'));

const table = (some: readonly Operation[]): string =>
  [
    `| route | operation | ${ROLES.join(' | ')} |`,
    `|---|---|${ROLES.map(() => '---|').join('')}`,
    ...some.map(({ id, route }) => `| \`${route}\` | \`${id}\` | ${cells(ROWS[id]).join(' | ')} |`),
  ].join('\n');

/** The page of which role may call which route. */
export async function accessPage(): Promise<string> {
  const groups = Map.groupBy(await operations(), ({ tag }) => tag);
  const parts = [...groups].map(([tag, some]) => `## ${tag}\n\n${table(some)}`);
  return `# Who may call what

Made from test/attack/access/rows.ts by \`npm run docs\`: change it there. For each cell a test makes the request, on the
caller's own things, on another customer's, and on what is not there.

- **yes**: for every customer. For a customer: there is nothing of others here.
- **own**: for themselves. What is another's is answered exactly as what is not there: 404, on \`/api/wallet/*\` 403 where the
  request names the customer.
- **approved**: once somebody approves, otherwise 403 \`APPROVAL_REQUIRED\`; see [roles and approvals](../operating/roles.md).
- **open**: without a token, all ${OPEN.length} of them.
- empty: 403. Without a valid token: 401.

${parts.join('\n\n')}

The API's description, its page and the console are open; \`GET /metrics\` is for staff, supervisors, administrators, services and
auditors, and for this machine itself without a token.

## Sockets and messages

A customer's socket hears that customer; to subscribe to another is \`FORBIDDEN\`, there or not. All other roles hear whom they
name. Messages of the broker carry no token: whoever may write to the exchange is trusted as a service.
`;
}
