import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePlaces } from './place.ts';
import { type LiveEvent, Seen } from './seen.ts';

const topup = (place: string, customerId: string | number = 'asha'): LiveEvent => ({
  eventId: place,
  place,
  customerId,
});
const balance = (place: string, version: number, more: object = {}): LiveEvent =>
  ({ ...topup(place), account: 'wallet', currency: 'TZS', version, ...more }) as LiveEvent;

test('places grow as numbers, part by part', () => {
  const places = ['9.0.0', '10.0.0', '10.0.2', '10.0.10', '10.2.0', '11.0.0'];
  expect(places.toReversed().toSorted(comparePlaces)).toEqual(places);
  expect(comparePlaces('3.1.4', '3.1.4')).toBe(0);
});

describe('an event', () => {
  test('is news once, however often it is told', () => {
    const seen = new Seen();
    expect([seen.isNews(topup('1.0.0')), seen.isNews(topup('1.0.0'))]).toEqual([true, false]);
  });

  test('that comes too late is none', () => {
    const seen = new Seen();
    expect(seen.isNews(topup('5.0.1'))).toBe(true);
    expect(seen.isNews(topup('5.0.0'))).toBe(false);
    expect(seen.isNews(topup('4.9.9'))).toBe(false);
    expect(seen.place).toBe('5.0.1');
  });

  test('of another customer is judged apart', () => {
    const seen = new Seen();
    seen.isNews(topup('5.0.0'));
    expect(seen.isNews(topup('4.0.0', 'ben'))).toBe(true);
    expect(seen.isNews(topup('4.0.0', 7))).toBe(true);
    expect(seen.isNews(topup('4.0.0', '7'))).toBe(false);
  });

  test('with an older balance is none, though its place is newer', () => {
    const seen = new Seen();
    expect(seen.isNews(balance('5.0.0', 3))).toBe(true);
    expect(seen.isNews(balance('6.0.0', 2))).toBe(false);
    expect(seen.isNews(balance('6.0.0', 1, { account: 'receivable' }))).toBe(true);
    expect(seen.isNews(balance('6.0.1', 1, { currency: 'USD' }))).toBe(true);
  });
});

test('in any order and any number of times: what is news only ever goes forward, and the place is the furthest', () => {
  const places = fc.array(
    fc.tuple(fc.nat(9), fc.nat(3), fc.nat(3)).map((parts) => parts.join('.')),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(places, (told) => {
      const seen = new Seen();
      const news = told.filter((place) => seen.isNews(topup(place)));
      expect(news).toEqual([...new Set(news)].toSorted(comparePlaces));
      expect(seen.place).toBe(told.toSorted(comparePlaces).at(-1));
    }),
  );
});
