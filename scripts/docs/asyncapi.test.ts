import { expect, test } from 'vitest';
import { ROUTING_KEYS } from '../../src/faces/events/consumed.ts';
import { EVENT_TYPES } from '../../src/wallet/events.ts';
import { asyncapiPage } from './asyncapi.ts';

// biome-ignore lint/suspicious/noExplicitAny: the document is looked into freely.
const document: any = JSON.parse(asyncapiPage());

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('$ref' in value) return [String(value.$ref)];
  return Object.values(value).flatMap(references);
}

test('the document is AsyncAPI 3 and has every event', () => {
  expect(document.asyncapi).toBe('3.0.0');
  expect(Object.keys(document.channels).toSorted()).toEqual([...ROUTING_KEYS, ...EVENT_TYPES].toSorted());
  const actions = Object.values(document.operations).map((operation) => (operation as { action: string }).action);
  expect(actions.filter((action) => action === 'receive').length).toBe(ROUTING_KEYS.length);
  expect(actions.filter((action) => action === 'send').length).toBe(EVENT_TYPES.length);
});

test('every reference leads somewhere', () => {
  const found = references(document);
  expect(found.length).toBeGreaterThan(0);
  for (const reference of found) {
    const steps = reference.replace('#/', '').split('/');
    expect(
      steps.reduce((at, step) => at?.[step], document),
      reference,
    ).toBeDefined();
  }
});
