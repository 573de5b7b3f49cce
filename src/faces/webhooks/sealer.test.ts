import { expect, test } from 'vitest';
import { Sealer } from './sealer.ts';
import { newSecret } from './signature.ts';

test('a secret comes back as it was, and never looks the same twice', () => {
  const sealer = new Sealer('a key');
  const secret = newSecret();
  const [one, two] = [sealer.seal(secret, 'here'), sealer.seal(secret, 'here')];
  expect(one.equals(two)).toBe(false);
  expect(one.includes(secret.slice(6, 20))).toBe(false);
  expect([sealer.open(one, 'here'), sealer.open(two, 'here')]).toEqual([secret, secret]);
});

test('it opens under no other key, in no other place, and not once it was changed', () => {
  const sealed = new Sealer('a key').seal('secret', 'here');
  const changed = Buffer.from(sealed);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(() => new Sealer('another key').open(sealed, 'here')).toThrow();
  expect(() => new Sealer('a key').open(sealed, 'there')).toThrow();
  expect(() => new Sealer('a key').open(changed, 'here')).toThrow();
});

test('secrets are of the form that the standard asks for', () => {
  const [prefix, key = ''] = newSecret().split('_');
  expect(prefix).toBe('whsec');
  expect(Buffer.from(key, 'base64')).toHaveLength(32);
});
