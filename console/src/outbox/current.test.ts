import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { until } from '../../../test/support/until.ts';
import { pendingWrites } from '../session/pending-writes.ts';
import { sessionStore } from '../session/session.ts';
import { followSession, outboxStore } from './current.ts';
import { enqueue } from './perform.ts';
import { answer } from './simulation/service.ts';
import { write } from './simulation/world.ts';

const failures: unknown[] = [];
/** Whose writes came to the service. */
const sent: (string | null)[] = [];
let online = false;

beforeAll(() => {
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('location', new URL('http://till.example'));
  vi.stubGlobal('fetch', async (request: Request) => {
    if (!online) throw new TypeError('no network');
    sent.push(request.headers.get('authorization'));
    return answer(201, '{}');
  });
  const RealRequest = Request;
  // A page's requests are relative to it.
  vi.stubGlobal(
    'Request',
    class extends RealRequest {
      constructor(input: string, init?: RequestInit) {
        super(new URL(input, 'http://till.example'), init);
      }
    },
  );
  followSession((error) => failures.push(error));
});
afterAll(() => vi.unstubAllGlobals());

const signIn = async (subject: string | null) => {
  const session =
    subject === null ? null : { token: `of-${subject}`, subject, ledger: 'main', role: 'cashier', expiresAt: null };
  sessionStore.set({ session, expired: false });
  await until(() => (outboxStore.get()?.scope.subject ?? null) === subject);
};

test('each user has the queue of their own: it stays when another takes over the till, and goes out under its own token', async () => {
  await signIn('ann');
  await enqueue(write('customer', 1));
  await until(() => pendingWrites.get().waiting + pendingWrites.get().sending === 1);
  await signIn('ben');
  expect(pendingWrites.get()).toEqual({ waiting: 0, sending: 0, attention: 0 });
  online = true;
  await enqueue(write('customer', 2));
  await until(() => sent.length === 1);
  await signIn('ann');
  await until(() => sent.length === 2);
  expect(sent).toEqual(['Bearer of-ben', 'Bearer of-ann']);
  await until(() => pendingWrites.get().waiting + pendingWrites.get().sending === 0);
  await signIn(null);
  await expect(enqueue(write('customer', 3))).rejects.toThrow('nobody is signed in');
  expect(failures).toEqual([]);
});
