import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import type { Config } from '../config.ts';
import { onceReachable } from '../database/away.ts';
import { startDemo } from '../demo/start.ts';
import { startAmqp } from '../faces/amqp/start.ts';
import { startCheckpoints } from '../faces/checkpoints/start.ts';
import type { StartFace } from '../faces/face.ts';
import { startHttp } from '../faces/http/start.ts';
import { startIntegrity } from '../faces/integrity/start.ts';
import { startPush } from '../faces/push/start.ts';
import { startWebhooks } from '../faces/webhooks/start.ts';
import { type Service, startService } from '../service.ts';
import { stopRequested } from '../signals.ts';
import { startTelemetry } from '../telemetry/start.ts';
import { signToken, type TokenRequest } from '../tokens.ts';
import type { MakeCommand } from './command.ts';

/** The ways into the service, in the order in which they start. */
const FACES: readonly StartFace[] = [
  startAmqp,
  startIntegrity,
  startCheckpoints,
  startPush,
  startWebhooks,
  startHttp,
  startDemo,
];

/** Long enough for a full queue; whoever waits longer is better served by another instance. */
const PATIENCE_MS = 25_000;

const TRIAL_TOKENS: readonly TokenRequest[] = [
  { role: 'staff', subject: 'cashier123' },
  { role: 'service', subject: 'shop' },
  { role: 'customer', subject: 'customer1' },
  { role: 'admin', subject: 'admin' },
];

export const startCommand: MakeCommand = (context) =>
  new Command('start').description('run the service until Ctrl-C or SIGTERM').action(async () => {
    const config = context.config();
    const log = context.log();
    // From the first moment: a Ctrl-C while the database is being made waits until that is done.
    const stopping = stopRequested(log);
    const stopTelemetry = await startTelemetry(config);
    const service = await onceReachable(() => startService(config, log, FACES), {
      seconds: config.databaseWait,
      stopping,
      log,
    });
    await greet(config, service);
    const signal = await stopping;
    log.info({ signal }, 'stopping');
    service.drain();
    await delay(config.drainSeconds * 1_000);
    setTimeout(() => {
      log.error('stopping took too long');
      process.exit(1);
    }, PATIENCE_MS).unref();
    await service.stop();
    await stopTelemetry();
    log.info('stopped');
    process.exit(0);
  });

async function greet(config: Config, { addresses }: Service): Promise<void> {
  const width = Math.max(...Object.keys(addresses).map((name) => name.length)) + 2;
  console.log('\nPochi is running. Ctrl-C stops it.\n');
  for (const [name, address] of Object.entries(addresses)) console.log(`  ${name.padEnd(width)}${address}`);
  if (config.environment === 'production' || config.jwtJwksUrl !== null) return;
  console.log('\nTokens for 24 hours, ready to paste:\n');
  for (const request of TRIAL_TOKENS)
    console.log(`  export ${request.role.toUpperCase()}_TOKEN=${await signToken(config, request)}`);
  console.log();
}
