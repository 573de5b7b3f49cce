/** Messages of other services that can't be carried out: each is told apart by a reason, none does anything. */
import { gzipSync } from 'node:zlib';

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

/** What is no amount of dollars, beyond what is good in no field. */
const AMOUNTS = [
  '0',
  '-0',
  '0.0',
  '-0.01',
  '0.001',
  '10000000000.01',
  '"5"',
  '[5]',
  '1E+2',
  '1e-2',
  '+5',
  '5.',
  '.5',
  '0x5',
  '1_000',
  'NaN',
  'Infinity',
];

const CURRENCIES = [
  '"XYZ"',
  '"usd"',
  '"USD "',
  '"$"',
  '"US\\u0000D"',
  '""',
  'null',
  '840',
  '["USD"]',
  '{}',
  '"ＵＳＤ"',
  '"USD\'; drop table entries; --"',
  '"__proto__"',
  '"4111111111111111"',
];

const TYPES = ['"TOPUP"', '"topup "', '"refund"', '"transaction.completed"'];

/** Bytes that are a right message in another encoding, or in none. */
const encodings = (text: string): readonly (readonly [name: string, content: Buffer])[] => [
  ['not UTF-8', Buffer.from([0x7b, 0xc3, 0x28, 0x7d])],
  ['UTF-16', Buffer.from(text, 'utf16le')],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['gzip', gzipSync(text)],
  ['an overlong quote', Buffer.concat([Buffer.from('{'), Buffer.from([0xc0, 0xa2]), Buffer.from(text.slice(2))])],
  ['half of a character', Buffer.concat([Buffer.from(text.slice(0, -2)), Buffer.from([0xf0, 0x9f])])],
];

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
    for (const [name, content] of encodings(JSON.stringify(fields))) add(routingKey, name, content);
    for (const name of Object.keys(fields)) tampered(fields, name, (what, text) => add(routingKey, what, text));
  }
  for (const name of Object.keys(TRANSFER))
    tampered(TRANSFER, name, (what, text) => add('transaction.completed', what, text));
  for (const fields of [FIELDS['transaction.completed'], TRANSFER]) {
    const put = (name: string, value: string) =>
      add('transaction.completed', `${fields.type} ${name} ${value}`, withField(fields, name, value));
    for (const value of AMOUNTS) put('amount', value);
    for (const value of CURRENCIES) put('currency', value);
    // Coins have no decimals.
    const coins = { ...fields, currency: 'GOLD_COINS' };
    for (const value of ['1.5', '0.1'])
      add('transaction.completed', `${value} coins`, withField(coins, 'amount', value));
  }
  for (const type of TYPES)
    add('transaction.completed', `type ${type}`, withField(FIELDS['transaction.completed'], 'type', type));
  for (const key of ['', 'user', 'user.signup.x', 'USER.SIGNUP', '#', '__proto__', 'transaction.refunded']) {
    add(key, 'an unknown key', JSON.stringify(FIELDS['user.signup']));
  }
  return made;
}

const withField = (fields: object, name: string, value: string): string => {
  const others = Object.entries(fields).filter(([key]) => key !== name);
  const rest = others.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${[...rest, `"${name}":${value}`].join()}}`;
};

/** Every bad value in the place of one field, and the field left out. */
function tampered(fields: object, name: string, add: (what: string, text: string) => void): void {
  for (const value of VALUES) {
    if (!isGood(name, value)) add(`${name} ${value.slice(0, 20)}`, withField(fields, name, value));
  }
  const { [name]: _, ...rest } = fields as Record<string, unknown>;
  // Without its only field it is an empty document, which is there already.
  if (name !== 'reason' && Object.keys(rest).length > 0) add(`no ${name}`, JSON.stringify(rest));
}

const isGood = (name: string, value: string): boolean =>
  (name === 'amount' && value === '1.5') || (name === 'reason' && /^"(?: |a b|аlice|a{300})?"$/.test(value));
