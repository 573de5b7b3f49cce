/** Messages of other services that can't be carried out: each is told apart by a reason, none does anything. */

const FIELDS = {
  'user.signup': { userId: 'alice' },
  'transaction.completed': { transactionId: 't1', type: 'topup', amount: 5, userId: 'alice' },
  'transaction.failed': { transactionId: 't1', reason: 'no' },
} as const;

const TRANSFER = { transactionId: 't1', type: 'transfer', amount: 5, senderId: 'a', recipientId: 'b' };

const VALUES = [
  'null',
  'true',
  '""',
  '" "',
  '"a b"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"аlice"',
  '[]',
  '{}',
  '-1',
  '1.5',
  '1e2',
  '9007199254740993',
  `"${'a'.repeat(300)}"`,
  '"4111111111111111"',
];

const DOCUMENTS = [
  '',
  ' ',
  'null',
  '[]',
  '1',
  '"a"',
  '{',
  '{}}',
  '{}',
  '\ufeff{}',
  '['.repeat(5000),
  '{"a":1,"a":2}',
  'not json',
];

const NOT_UTF8 = Buffer.from([0x7b, 0xc3, 0x28, 0x7d]);

export interface BadMessage {
  readonly name: string;
  readonly routingKey: string;
  readonly content: Buffer;
}

export function events(): BadMessage[] {
  const made: BadMessage[] = [];
  const add = (routingKey: string, name: string, content: string | Buffer) =>
    made.push({ name: `${routingKey}: ${name}`, routingKey, content: Buffer.from(content) });
  for (const [routingKey, fields] of Object.entries(FIELDS)) {
    for (const text of DOCUMENTS) add(routingKey, text.slice(0, 20), text);
    add(routingKey, 'not UTF-8', NOT_UTF8);
    for (const name of Object.keys(fields)) tampered(fields, name, (what, text) => add(routingKey, what, text));
  }
  for (const name of Object.keys(TRANSFER))
    tampered(TRANSFER, name, (what, text) => add('transaction.completed', what, text));
  for (const key of ['', 'user', 'user.signup.x', 'USER.SIGNUP', '#', '__proto__', 'transaction.refunded']) {
    add(key, 'an unknown key', JSON.stringify(FIELDS['user.signup']));
  }
  return made;
}

/** Every bad value in the place of one field, and the field left out. */
function tampered(fields: object, name: string, add: (what: string, text: string) => void): void {
  const others = Object.entries(fields).filter(([key]) => key !== name);
  const rest = others.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  for (const value of VALUES) {
    if (!isGood(name, value)) add(`${name} ${value.slice(0, 20)}`, `{${[...rest, `"${name}":${value}`].join()}}`);
  }
  if (name !== 'reason') add(`no ${name}`, `{${rest.join()}}`);
}

const isGood = (name: string, value: string): boolean =>
  (name === 'amount' && value === '1.5') || (name === 'reason' && /^"(?: |a b|аlice|a{300})?"$/.test(value));
