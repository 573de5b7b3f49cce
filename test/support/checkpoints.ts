/** Checkpoints signed with keys that only the tests know. */
import type { Pool } from '../../src/database/pool.ts';
import { Checkpoints } from '../../src/faces/checkpoints/checkpoints.ts';
import { type SigningKey, signingKey } from '../../src/ledger/checkpoint.ts';
import { createLog } from '../../src/log.ts';

/** The key of this name: the same in every run. */
export const testKey = (name = 'a key for tests'): SigningKey => signingKey(Buffer.alloc(32, name));

export const ORIGIN = 'test.example';

/** What an instance of the service has; it signs when it is asked to. */
export const openCheckpoints = (database: Pool, key = testKey(), log = createLog('silent')): Checkpoints =>
  new Checkpoints({ database, log, key }, { every: 0, origin: ORIGIN });
