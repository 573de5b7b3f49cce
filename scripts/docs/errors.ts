import { CATALOGUE } from '../../src/faces/http/catalogue.ts';
import { Problem, refused } from '../../src/faces/http/problem.ts';
import { problemBody } from '../../src/faces/http/problem-json.ts';

const example = (problem: Problem): string =>
  ['```json', JSON.stringify(problemBody(problem, '0b6f3f0e-5a4e-4b8e-9a53-1f6a0d6f2c11'), null, 2), '```'].join('\n');

const lack = refused({ code: 'INSUFFICIENT_FUNDS', details: { asset: 'USD', available: '250', required: '300' } });
const wrong = new Problem('VALIDATION_ERROR', {
  detail: 'amount must be greater than 0',
  errors: [{ field: 'amount', message: 'must be greater than 0' }],
});

const rows = Object.entries(CATALOGUE).map(([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`);

/** The page of all errors of the HTTP API. */
export const errorsPage = (): string => `# Errors

Made from src/faces/http/catalogue.ts by \`npm run docs\`: change it there.

An error is answered as \`application/problem+json\` (RFC 9457). Go by \`code\`: it is the same in every language and
stays the same; \`title\` and \`detail\` are for people. \`instance\` names the request, by the id that is also in the
\`x-request-id\` header and in the service's log.

${example(lack)}

Where fields are wrong, \`errors\` names each of them:

${example(wrong)}

\`details\` says what to act on; amounts in it are minor units, as text. After \`UNAVAILABLE\` and \`RATE_LIMITED\`
the \`retry-after\` header says in how many seconds to try again. Send the same \`reference_id\` or \`Idempotency-Key\`
again then: whatever became of the first try, there is one effect.

Where several errors apply, the one that stands first here is given. A face whose document names another status or
another envelope for a code says so on its own page.

| code | status | meaning |
|---|---|---|
${rows.join('\n')}
`;
