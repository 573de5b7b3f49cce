import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', (line) => lines.push(line)));
  return lines.join('');
}

test('a password in an address does not reach the log, not even inside an error', () => {
  const line = logged((log) => log.error({ err: new Error('no way to postgres://me:hunter2@db/pochi') }, 'lost'));
  expect(line).toContain('no way to postgres://me:[redacted]@db/pochi');
  expect(line).not.toContain('hunter2');
});

test('authorization headers, tokens and secrets do not reach the log', () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';
  const line = logged((log) => {
    log.info({ req: { headers: { authorization: `Bearer ${token}`, cookie: 'sid=hunter2' } }, token: 'hunter2' });
    log.info(`the caller sent Bearer ${token}`);
    log.info({ detail: `raw ${token}`, config: { jwtSecret: 'hunter2' } });
  });
  expect(line).not.toContain('hunter2');
  expect(line).not.toContain(token);
  expect(line).toContain('raw [redacted]');
});

test('a line without secrets is left as it is', () => {
  const line = logged((log) => log.info({ reference: 'order-1', at: 'http://localhost:3000/x?y=1' }, 'done'));
  expect(JSON.parse(line)).toMatchObject({
    level: 'info',
    reference: 'order-1',
    at: 'http://localhost:3000/x?y=1',
    msg: 'done',
  });
});
