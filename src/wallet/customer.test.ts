import { describe, expect, test } from 'vitest';
import { PureBooks } from '../../test/support/pure-books.ts';
import { walletCreate } from './create.ts';
import { customerErase, customerFreeze, customerUnfreeze } from './customer.ts';
import type { Decision } from './operation.ts';

const factsOf = (decision: Decision) => {
  if ('refusal' in decision) throw new Error(decision.refusal.code);
  return decision.facts;
};

function booksWith(customer: string): PureBooks {
  const books = new PureBooks();
  books.submit(walletCreate, { customer, asset: 'USD' }, '1');
  return books;
}

describe('freezing and unfreezing', () => {
  test.each([
    [customerFreeze, 'FROZEN'],
    [customerUnfreeze, 'ACTIVE'],
  ] as const)('%o sets the status, and moves nothing', (operation, status) => {
    const decision = booksWith('alice').submit(operation, { customer: 'alice', reason: 'lost card' }, '2');
    expect(factsOf(decision)).toEqual({
      customer: 'alice',
      postings: [],
      product: { customerStatus: { customer: 'alice', status } },
      data: { reason: 'lost card' },
    });
  });

  test('a customer without any account is refused', () => {
    const decision = new PureBooks().submit(customerFreeze, { customer: 'alice', reason: 'lost card' }, '1');
    expect(decision).toEqual({
      refusal: { code: 'CUSTOMER_ACCOUNT_NOT_FOUND', details: { customer_id: 'alice' } },
    });
  });
});

describe('erasing', () => {
  const erase = (books: PureBooks, hadProfile: boolean) =>
    books.submit(customerErase, { customer: 'alice', reason: 'customer_request', made: { hadProfile } }, '2');

  test.each([true, false])('records who is erased and why, and no more (with a profile: %s)', (hadProfile) => {
    expect(factsOf(erase(booksWith('alice'), hadProfile))).toEqual({
      customer: 'alice',
      postings: [],
      data: { reason: 'customer_request' },
    });
  });

  test('needs an account or a profile', () => {
    expect(erase(new PureBooks(), true)).toHaveProperty('facts');
    expect(erase(new PureBooks(), false)).toMatchObject({ refusal: { code: 'CUSTOMER_ACCOUNT_NOT_FOUND' } });
  });
});
