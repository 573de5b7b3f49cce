/** The demo shop as the service serves it, with one of everything that a screen can show. */
import type { Config } from '../../../src/config.ts';
import { fillDemo } from '../../../src/demo/fill.ts';
import { CURRENCY } from '../../../src/demo/submit.ts';
import { startCheckpoints } from '../../../src/faces/checkpoints/start.ts';
import type { StartFace } from '../../../src/faces/face.ts';
import { startHttp } from '../../../src/faces/http/start.ts';
import { createLog } from '../../../src/log.ts';
import { startService } from '../../../src/service.ts';
import { type Role, signToken } from '../../../src/tokens.ts';
import { type DeadDelivery, plantDeadDelivery } from '../../support/dead-delivery.ts';
import { buildConsole } from '../console.ts';

/** Somebody of the demo shop, with a wallet, open slips and a history. */
export const CUSTOMER = 'KP-0005';

export interface DemoShop {
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string;
  /** What stands for the `$names` in the addresses of screens. */
  readonly names: Readonly<Record<string, string>>;
  token(role: Role, subject?: string): Promise<string>;
  stop(): Promise<void>;
}

/** Builds the console where that is needed, starts the service, and fills the books before it is used. */
export async function openDemoShop(config: Config): Promise<DemoShop> {
  buildConsole();
  let dead: DeadDelivery | undefined;
  const fill: StartFace = async ({ engine, assets, reads }) => {
    await fillDemo({ engine, assets, database: reads, ledgerId: 1n }, new Date());
    dead = await plantDeadDelivery(reads);
    return { addresses: {}, stop: async () => {} };
  };
  const service = await startService(config, createLog('error'), [startCheckpoints, startHttp, fill]);
  const address = new URL(service.addresses.Console ?? '').origin;
  const token = (role: Role, subject: string = role) => signToken(config, { role, subject });
  const call = async (method: string, path: string, as: Role, body?: object): Promise<unknown> => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: { authorization: `Bearer ${await token(as)}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return { address, token, names: { ...(await furnish(call)), ...dead }, stop: () => service.stop() };
}

type Call = (method: string, path: string, as: Role, body?: object) => Promise<unknown>;

interface History {
  readonly entries: readonly {
    readonly entry_type: string;
    readonly source: { readonly transaction_id: string };
  }[];
}

/** What the demo shop has none of; and the names of what it has. */
async function furnish(call: Call): Promise<Record<string, string>> {
  const { entries } = (await call(
    'GET',
    `/api/wallet/history/${CUSTOMER}?currency=${CURRENCY}&per_page=100`,
    'staff',
  )) as History;
  const transactionOf = (type: string) => {
    const found = entries.find(({ entry_type }) => entry_type === type);
    if (!found) throw new Error(`${CUSTOMER} has no ${type}`);
    return found.source.transaction_id;
  };
  const payment = transactionOf('PAYMENT');
  const shared = (await call('POST', `/api/v1/receipts/${payment}/share`, 'staff', {})) as { data: { token: string } };
  await call('PUT', '/api/v1/approvers/me/pin', 'supervisor', { pin: '86420' });
  await call('PUT', `/api/v1/credit-limits/${CURRENCY}`, 'admin', { amount_cents: 500_000_00 });
  await call('POST', '/api/v1/integrity/run', 'admin', {});
  return {
    customerId: CUSTOMER,
    transactionId: payment,
    slipTransactionId: transactionOf('SALE_ON_CREDIT'),
    token: shared.data.token,
  };
}
