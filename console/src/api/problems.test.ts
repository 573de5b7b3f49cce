import { describe, expect, test } from 'vitest';
import { problemOf } from './problems.ts';

const headers = new Headers({ 'x-request-id': 'r-1' });

describe('one error for every envelope', () => {
  test('problem+json', () => {
    const body = {
      type: 'urn:pochi:error:VALIDATION_ERROR',
      title: 'the request is not valid',
      status: 400,
      detail: 'amount must be at least 1',
      code: 'VALIDATION_ERROR',
      errors: [{ field: 'amount', message: 'must be at least 1' }],
      details: { asset: 'USD' },
    };
    expect(problemOf(400, body, headers)).toMatchObject({
      status: 400,
      code: 'VALIDATION_ERROR',
      message: 'amount must be at least 1',
      requestId: 'r-1',
      fields: [{ field: 'amount', message: 'must be at least 1' }],
      details: { asset: 'USD' },
    });
  });

  test('customer-wallet', () => {
    const body = { status: 'error', code: 'INSUFFICIENT_FUNDS', message: 'not enough' };
    expect(problemOf(400, body, headers)).toMatchObject({ code: 'INSUFFICIENT_FUNDS', message: 'not enough' });
  });

  test('credit-wallet', () => {
    const body = {
      respCode: 400,
      message: 'too much',
      details: { code: 'PAYMENT_ALLOCATION_ERROR', sum_cents: 5, request_id: 'r-1' },
    };
    expect(problemOf(400, body, headers)).toMatchObject({
      code: 'PAYMENT_ALLOCATION_ERROR',
      message: 'too much',
      details: { sum_cents: '5' },
    });
  });

  test('success false', () => {
    const body = { success: false, error: { code: 'WALLET_NOT_FOUND', message: 'there is no wallet' } };
    expect(problemOf(404, body, headers)).toMatchObject({ code: 'WALLET_NOT_FOUND', message: 'there is no wallet' });
  });

  test('an answer of something in between', () => {
    expect(problemOf(502, null, new Headers())).toMatchObject({ code: 'HTTP_502', message: '', requestId: null });
  });
});

test('what may pass is told from what was refused', () => {
  const passing = [0, 408, 429, 500, 503].map((status) => problemOf(status, {}, headers).isPassing);
  const refused = [400, 401, 403, 404, 409, 422].map((status) => problemOf(status, {}, headers).isPassing);
  expect([new Set(passing), new Set(refused)]).toEqual([new Set([true]), new Set([false])]);
});

test('how long to wait is taken over', () => {
  expect(problemOf(429, {}, new Headers({ 'retry-after': '7' })).retryAfter).toBe(7);
  expect(problemOf(429, {}, headers).retryAfter).toBeNull();
});
