/** Makes the process die at a named moment: what it calls on the way is wrapped, and the service itself knows nothing of it. */
import { Server, ServerResponse } from 'node:http';
import pg from 'pg';
import type { Failpoint } from './failpoint-names.ts';

let armed: { at: Failpoint; left: number } | null = null;

export function armFailpoint(at: Failpoint, nth: number): void {
  installOnce();
  armed = { at, left: nth };
}

function pass(at: Failpoint): void {
  if (armed?.at !== at) return;
  armed.left -= 1;
  if (armed.left === 0) process.kill(process.pid, 'SIGKILL');
}

// biome-ignore lint/suspicious/noExplicitAny: methods are wrapped whatever they take and give.
type Method = (this: any, ...given: any[]) => any;

/** Puts `wrapped` in the place of a method, which it is handed. */
function wrap(holder: object, name: string, wrapped: (original: Method) => Method): void {
  const methods = holder as Record<string, Method>;
  methods[name] = wrapped(methods[name] as Method);
}

let installed = false;

function installOnce(): void {
  if (installed) return;
  installed = true;
  wrap(
    Server.prototype,
    'emit',
    (emit) =>
      function (event, ...rest) {
        if (event === 'request') pass('request arrived');
        return emit.call(this, event, ...rest);
      },
  );
  wrap(
    ServerResponse.prototype,
    'end',
    (end) =>
      function (...given) {
        pass('response before it is written');
        const result = end.apply(this, given);
        pass('response written');
        return result;
      },
  );
  wrap(
    pg.Pool.prototype,
    'connect',
    (connect) =>
      function (...given) {
        pass('connection asked for');
        const result = connect.apply(this, given);
        result?.then?.(
          () => pass('connection got'),
          () => {},
        );
        return result;
      },
  );
  wrap(
    pg.Client.prototype,
    'query',
    (query) =>
      function (...given) {
        const text = typeof given[0] === 'string' ? given[0] : (given[0]?.text ?? '');
        const isCommit = text.includes('ledger_commit');
        if (isCommit) pass('commit before it is sent');
        const result = query.apply(this, given);
        pass(isCommit ? 'commit handed to the driver' : 'read sent');
        if (isCommit) {
          setImmediate(() => pass('commit sent'));
          setTimeout(() => pass('commit under way'), 2);
        }
        result?.then?.(
          () => pass(isCommit ? 'commit answered' : 'read answered'),
          () => {},
        );
        return result;
      },
  );
}
