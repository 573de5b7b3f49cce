import { expect, test } from 'vitest';
import { SCREENS } from '../../test/browser/screens.ts';
import { router } from './router.tsx';

/** The addresses of the router behind which there is something to see. */
const routes = Object.values(router.routesById)
  .filter(({ children, options }) => children === undefined && 'component' in options)
  .map(({ fullPath }) => fullPath as string);

test('every screen that the router knows is looked at, and no other', () => {
  expect(routes).toContain('/desk/customers/$customerId');
  expect([...new Set(SCREENS.map(({ route }) => route))].toSorted()).toEqual(routes.toSorted());
});

test('each has a name of its own', () => {
  expect(new Set(SCREENS.map(({ name }) => name)).size).toBe(SCREENS.length);
});
