import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type TSchema } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../test/support/http.ts';
import { CATALOGUE } from './catalogue.ts';
import { ENGLISH, inLanguage, LANGUAGES, type LanguageFile, languageOf } from './languages.ts';
import { holesOf, phraseBook } from './phrases.ts';
import { checker } from './validation.ts';

const english = LANGUAGES.get(ENGLISH) as LanguageFile;
const others = [...LANGUAGES].filter(([language]) => language !== ENGLISH);

/** Every literal of the source that a caller may come to read: arguments and fields that are known to be sent. */
const SENT = [
  /\binvalid\(\s*[^,()]*(?:\([^()]*\))?[^,()]*,\s*('[^'\n]*'|`[^`]*`)/g,
  /\binvalid\([^?]*\?\s*('[^'\n]*'|`[^`]*`)\s*:/g,
  /#fail(?:At)?\((?:at,\s*)?\s*('[^'\n]*'|`[^`]*`)/g,
  /\b(?:message|detail|problem):\s*('[^'\n]*'|`[^`]*`)/g,
  /\(\) => ('[^'\n]*'|`[^`]*`),?\n\s*\)/g,
  /const problem = (`[^`]*`)/g,
  /(?:not_a_number|too_many_decimals|not_positive|too_large): ('[^'\n]*'|`[^`]*`)/g,
  /WANTS_TIME = ('[^'\n]*')/g,
  /(?:URL|SCHEME|USERINFO|PORT|HOST|UNRESOLVED|ADDRESS): ('must [^'\n]*')/g,
  /(`\$\{WANTS_TIME\}[^`]*`)/g,
];

const SRC = join(import.meta.dirname, '../..');
const FOLDERS = ['faces/http', 'faces/wire', 'faces/outbound', 'wallet'];

function sentInSource(): { file: string; said: string }[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => join(folder, file)),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(SRC, file), 'utf8');
    const literals = SENT.flatMap((pattern) => [...text.matchAll(pattern)].map(([, literal = '']) => literal));
    return literals.map((literal) => ({ file, said: filled(literal.slice(1, -1)) }));
  });
}

/** A template with something in its holes: a sentence where one stands there. */
const filled = (template: string): string =>
  template
    .replaceAll(/\$\{whole\}/gi, 'the body')
    .replaceAll(/\$\{message\}/g, 'is missing')
    .replaceAll(/\$\{WANTS_TIME\}/g, english.phrases.be_time ?? '')
    .replaceAll(/\$\{[^}]*\}/g, '7');

/** What values as a whole are called, when something is wrong with them. */
const WHOLES = ['the body', 'the querystring', 'the params', 'the headers', 'the operation'];

/** What the schemas say of values that are wrong in each way that they know. */
function saidBySchemas(): string[] {
  const wrong: [TSchema, unknown][] = [
    [Type.String(), 1],
    [Type.Union([Type.String(), Type.Null()]), 1],
    [Type.String({ minLength: 2 }), ''],
    [Type.String({ maxLength: 1 }), 'aaa'],
    [Type.String({ pattern: '^a$' }), 'b'],
    [Type.String({ enum: ['a'] }), 'b'],
    [Type.String({ format: 'uuid' }), 'b'],
    [Type.Integer({ minimum: 1 }), 0],
    [Type.Integer({ maximum: 1 }), 2],
    [Type.Number({ exclusiveMinimum: 0 }), 0],
    [Type.Array(Type.String(), { minItems: 1 }), []],
    [Type.Array(Type.String(), { maxItems: 0 }), ['a']],
    [Type.Literal('a'), 'b'],
    [Type.Object({}, { additionalProperties: false }), { other: 1 }],
    [Type.Object({ field: Type.String() }), {}],
  ];
  return wrong.flatMap(
    ([schema, value]) =>
      checker(Type.Object({ field: schema }), 'the body')({ field: value })?.errors.map(({ message }) => message) ?? [],
  );
}

describe('the languages', () => {
  test('are English and Swahili, and whatever else has a file', () => {
    expect([...LANGUAGES.keys()]).toEqual(expect.arrayContaining(['en', 'sw']));
  });

  test.each(others)('%s says all that English says, and nothing else', (_language, file) => {
    expect(Object.keys(file.errors).toSorted()).toEqual(Object.keys(english.errors).toSorted());
    expect(Object.keys(file.phrases).toSorted()).toEqual(Object.keys(english.phrases).toSorted());
  });

  test.each(others)('%s has the same holes in each sentence, and leaves none untranslated', (_language, file) => {
    for (const [key, sentence] of Object.entries(english.phrases)) {
      const translated = file.phrases[key] ?? '';
      expect([key, holesOf(translated).toSorted()]).toEqual([key, holesOf(sentence).toSorted()]);
      expect(translated).not.toBe(sentence);
    }
    for (const [code, sentence] of Object.entries(english.errors)) expect(file.errors[code]).not.toBe(sentence);
  });

  test('tell what every code of the catalogue means, in English as the catalogue itself does', () => {
    const titles = Object.entries(CATALOGUE).map(([code, { title }]) => [code, title]);
    expect(english.errors).toEqual(Object.fromEntries(titles));
  });

  test('know every sentence that the source sends, and have none that nobody says', () => {
    const recognize = phraseBook(english.phrases);
    const ofSchemas = [...saidBySchemas(), ...WHOLES.map((whole) => `${whole} is missing`)];
    const sent = [...sentInSource(), ...ofSchemas.map((said) => ({ file: 'schemas', said }))];
    expect(sent.length).toBeGreaterThan(60);
    const unknown = sent.filter(({ said }) => said !== '' && !recognize(said));
    expect(unknown).toEqual([]);
    const keysOf = (said: string): string[] => {
      const found = recognize(said);
      return found ? [found.key, ...keysOf(found.holes.problem ?? '')] : [];
    };
    const used = new Set(sent.flatMap(({ said }) => keysOf(said)));
    expect(Object.keys(english.phrases).filter((key) => !used.has(key))).toEqual([]);
  });
});

test.each([
  [undefined, 'en'],
  ['sw', 'sw'],
  ['sw-TZ,en;q=0.8', 'sw'],
  ['en,sw;q=0.9', 'en'],
  ['fr, sw;q=0.3, en;q=0.2', 'sw'],
  ['sw;q=0', 'en'],
  ['fr', 'en'],
  ['*', 'en'],
  [';;,,q=', 'en'],
  ['SW', 'sw'],
])('who accepts %s reads %s', (header, language) => {
  expect(languageOf({ headers: header === undefined ? {} : { 'accept-language': header } })).toBe(language);
});

test('a header that is longer than any browser sends is not looked into', () => {
  expect(languageOf({ headers: { 'accept-language': 'sw,'.repeat(1000) } })).toBe('en');
});

test('what stands in a sentence is never taken for a part of one', () => {
  expect(inLanguage('sw', 'there is no ledger $t(errors.INTERNAL) {{name}}')).toBe(
    'hakuna daftari linaloitwa $t(errors.INTERNAL) {{name}}',
  );
  expect(inLanguage('sw', 'a sentence that nobody says')).toBe('a sentence that nobody says');
});

describe('over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer();
  });
  afterAll(() => server.close());

  const calls: [string, string, object | string, object, object][] = [
    [
      'the ledger face',
      '/api/v1/wallets/spend',
      { user_id: 'nobody', asset_code: 'USD', amount: 1, reference_id: 'lang-1' },
      { code: 'WALLET_NOT_FOUND', title: 'the customer has no wallet', detail: 'the customer has no wallet' },
      { code: 'WALLET_NOT_FOUND', title: 'mteja hana pochi', detail: 'mteja hana pochi' },
    ],
    [
      'a field of the ledger face',
      '/api/v1/wallets/topup',
      { user_id: 'nobody', asset_code: 'USD', amount: 0, reference_id: 'lang-1' },
      { errors: [{ field: 'amount', message: 'must be greater than 0' }] },
      { errors: [{ field: 'amount', message: 'lazima izidi 0' }], detail: 'amount lazima izidi 0' },
    ],
    [
      'the customer-wallet face',
      '/api/v1/customer/wallet/pay',
      { walletId: 999, serviceId: 1, amount: 1 },
      { status: 'error', code: 'WALLET_NOT_FOUND', message: 'the customer has no wallet' },
      { status: 'error', code: 'WALLET_NOT_FOUND', message: 'mteja hana pochi' },
    ],
    [
      'the credit face',
      '/api/wallet/apply-wallet',
      { customer_id: 'nobody', slip_id: 'x', currency: 'USD' },
      { respCode: 404, message: 'the customer has no such credit slip', details: { code: 'CREDIT_SLIP_NOT_FOUND' } },
      { respCode: 404, message: 'mteja hana hati ya mkopo kama hiyo', details: { code: 'CREDIT_SLIP_NOT_FOUND' } },
    ],
    [
      'an answer of the credit face',
      '/api/wallet/store-change',
      { customer_id: 'lang', store_id: 'S1', currency: 'USD', change_cents: 470 },
      { respCode: 200, message: 'Successfully stored 470 cents as wallet balance' },
      { respCode: 200, message: 'Senti 470 zimehifadhiwa kwenye pochi' },
    ],
    [
      'the payment-records face',
      '/api/customer/manual-payment',
      { customerId: 'nobody', amount: 1 },
      { detail: 'the customer has no wallet' },
      { detail: 'mteja hana pochi' },
    ],
    [
      'text that is no JSON',
      '/api/v1/wallets/topup',
      '{',
      { errors: [{ field: '', message: 'this is not JSON: a key was expected' }] },
      { errors: [{ field: '', message: 'hii si JSON: jina la sehemu lilitarajiwa' }] },
    ],
    [
      'an outcome of a batch',
      '/api/v1/batch',
      { operations: [{}] },
      {
        data: {
          outcomes: [{ error: { code: 'VALIDATION_ERROR', detail: expect.stringContaining('must be one of') } }],
        },
      },
      { data: { outcomes: [{ error: { code: 'VALIDATION_ERROR', detail: expect.stringContaining('lazima iwe') } }] } },
    ],
  ];

  test.each(calls)(
    '%s speaks English, and Swahili to who asks for it',
    async (_face, url, body, inEnglish, inSwahili) => {
      const first = await server.call('POST', url, { as: 'staff', body });
      expect(first.json).toMatchObject(inEnglish);
      const second = await server.call('POST', url, { as: 'staff', body, headers: { 'accept-language': 'sw' } });
      expect(second.json).toMatchObject(inSwahili);
      expect(second.status).toBe(first.status);
    },
  );

  test('an error says which language it is in', async () => {
    const { headers } = await server.call('GET', '/api/v1/nothing', { headers: { 'accept-language': 'sw-KE' } });
    expect(headers['content-language']).toBe('sw');
  });
});
