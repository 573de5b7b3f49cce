/** Fills an account with as many entries as one likes, straight into the tables, as only their owner can. */
import type { Pool } from '../../src/database/pool.ts';

const WALLET = 900_001n;
const RECEIVABLE = 900_002n;
const HASH = "decode(repeat('00', 32), 'hex')";

/**
 * A customer `long` with `entries` entries in USD: in every block ten operations of one entry each, of which the wallet
 * has the first `walletOfTen`, and the receivable account the others.
 */
export async function fillHistory(owner: Pool, ledgerId: bigint, entries: number, walletOfTen: number): Promise<void> {
  const blocks = entries / 10;
  const parameters = [ledgerId, blocks];
  await owner.query(
    `insert into accounts (ledger_id, id, owner, asset_id, kind)
     values ($1, $2, 'long', 1, 'wallet'), ($1, $3, 'long', 1, 'receivable')`,
    [ledgerId, WALLET, RECEIVABLE],
  );
  await owner.query(
    `insert into wallet_balances (ledger_id, account_id, asset_id, balance, seq, floor, ceiling)
     values ($1, $2, 1, $4::bigint, $4, 0, $6::bigint), ($1, $3, 1, -$5::bigint, $5, -$6::bigint, 0)`,
    [ledgerId, WALLET, RECEIVABLE, blocks * walletOfTen, blocks * (10 - walletOfTen), 9_000_000_000_000_000n],
  );
  await owner.query(
    `insert into blocks (ledger_id, height, recorded_at, operations, root, hash)
     select $1, h, '2024-01-01'::timestamptz + h * interval '1 second', 10, ${HASH}, ${HASH}
       from generate_series(1, $2::bigint) h`,
    parameters,
  );
  await owner.query(
    `insert into operations (ledger_id, height, id, key, fingerprint, caller_id, index, operation, customer, data)
     select $1, h, gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), i, 'walletTopup', 'long', '{}'
       from generate_series(1, $2::bigint) h, generate_series(0, 9) i`,
    parameters,
  );
  await owner.query(
    `insert into entries (ledger_id, account_id, seq, height, amount, balance_before, balance_after, index, direction, type)
     select $1, $3::bigint, (h - 1) * $4::int + i + 1, h, 1, (h - 1) * $4::int + i, (h - 1) * $4::int + i + 1, i, 'CREDIT', 'DEPOSIT'
       from generate_series(1, $2::bigint) h, generate_series(0, $4::int - 1) i`,
    [...parameters, WALLET, walletOfTen],
  );
  await owner.query(
    `insert into entries (ledger_id, account_id, seq, height, amount, balance_before, balance_after, index, direction, type)
     select $1, $3::bigint, (h - 1) * $4::int + i + 1, h, 1, -((h - 1) * $4::int + i), -((h - 1) * $4::int + i + 1),
            10 - $4::int + i, 'DEBIT', 'SALE_ON_CREDIT'
       from generate_series(1, $2::bigint) h, generate_series(0, $4::int - 1) i`,
    [...parameters, RECEIVABLE, 10 - walletOfTen],
  );
  await owner.query('analyze');
}
