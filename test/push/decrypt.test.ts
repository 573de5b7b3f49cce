import { expect, test } from 'vitest';
import { decrypt } from './decrypt.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

/** RFC 8291, section 5. */
const EXAMPLE = {
  privateKey: bytes('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94'),
  publicKey: bytes('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
  auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
};
const BODY = bytes(
  'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
);

test('the browser of the tests reads the example of the standard', () => {
  expect(decrypt(BODY, EXAMPLE)).toBe('When I grow up, I want to be a watermelon');
});

test('it reads nothing that was changed on the way, or written for another', () => {
  const changed = Buffer.from(BODY);
  changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1;
  expect(() => decrypt(changed, EXAMPLE)).toThrow();
  expect(() => decrypt(BODY, { ...EXAMPLE, auth: Buffer.alloc(16) })).toThrow();
});
