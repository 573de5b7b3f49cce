import { brokerRun } from './broker.ts';
import { clockRun } from './clock.ts';
import { databaseRun } from './database.ts';
import { diskRun } from './disk.ts';
import { forgetfulRun } from './forgetful.ts';
import { killRun } from './kill.ts';
import { lazyfsRun } from './lazyfs.ts';
import { messagesRun } from './messages.ts';
import { postgresRun } from './postgres.ts';
import { proxyRun } from './proxy.ts';
import { restoreRun } from './restore.ts';
import type { Run } from './run.ts';
import { stopRun } from './stop.ts';
import { upgradeRun } from './upgrade.ts';

/** By their names in the plan. */
export const RUNS: Readonly<Record<string, Run>> = {
  F1: killRun,
  F2: postgresRun,
  F3: forgetfulRun,
  F4: proxyRun,
  F5: brokerRun,
  F6: messagesRun,
  F7: diskRun,
  F8: clockRun,
  F9: stopRun,
  F10: databaseRun,
  F11: upgradeRun,
  F12: restoreRun,
  lazyfs: lazyfsRun,
};
