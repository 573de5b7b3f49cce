/** What every way into the service is given, and what it gives back. */
import type { Registry } from 'prom-client';
import type { Config } from '../config.ts';
import type { Pool } from '../database/pool.ts';
import type { LedgerEngine } from '../engine/engine.ts';
import type { Log } from '../log.ts';
import type { AssetRegistry } from '../queries/asset-registry.ts';
import type { Checkpoints } from './checkpoints/checkpoints.ts';
import type { FeedHub } from './feed/hub.ts';
import type { Integrity } from './integrity/integrity.ts';
import type { Outbound } from './outbound/outbound.ts';

/** What a face works with. */
export interface Rooms {
  readonly config: Config;
  readonly log: Log;
  readonly engine: LedgerEngine;
  readonly assets: AssetRegistry;
  readonly reads: Pool;
  /** The service's own login, for a face that needs connections of its own. */
  readonly databaseUrl: string;
  /** The way to addresses that others gave us. */
  readonly outbound: Outbound;
  /** What was committed, in its order, for all who tell of it. */
  readonly hub: FeedHub;
  /** What is known of the soundness of the books, and the way to know more. */
  readonly integrity: Integrity;
  /** Signs what the logs hold. */
  readonly checkpoints: Checkpoints;
  /** Whether the service is about to stop, and wants no new work. */
  readonly isStopping: () => boolean;
  /** What is served at /metrics. A face that has its own adds it before the HTTP face starts. */
  readonly registries: Registry[];
}

/** A way in, started. */
export interface Face {
  /** What to tell whoever started the service, such as `{ API: 'http://127.0.0.1:3000' }`. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Takes nothing new, finishes what it has, and resolves. The engine still works at that time. */
  stop(): Promise<void>;
}

export type StartFace = (rooms: Rooms) => Promise<Face>;
