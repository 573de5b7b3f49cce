/** Hashes the recorded callers anew: their ids, which the journal covers, must follow from the rest of their rows. */
import type { ClientBase } from 'pg';
import { type Caller, callerId } from '../../wallet/caller.ts';
import { Cursor } from './cursor.ts';
import { Findings } from './report.ts';

const CALLERS = `
  select id, subject, role, method, endpoint, address, user_agent from callers where ledger_id = $1 order by id`;

export async function checkCallers(client: ClientBase, ledgerId: bigint): Promise<Findings> {
  const findings = new Findings();
  const cursor = await Cursor.open(client, 'callers', CALLERS, [ledgerId], 1000);
  for (let row = await cursor.peek(); row !== null; row = await cursor.peek()) {
    cursor.take();
    const [id = '', subject = '', role = '', method = '', endpoint = '', address = '', userAgent = ''] =
      row as string[];
    const caller: Caller = { subject, role, method, endpoint, address, userAgent };
    if (callerId(caller) !== id)
      findings.add(`caller ${id}`, 'is not what was recorded: its id does not follow from it');
  }
  return findings;
}
