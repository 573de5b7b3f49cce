import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Engine } from '../../engine/submission.ts';
import type { AssetRegistry } from '../../queries/asset-registry.ts';
import type { Database } from '../../queries/database.ts';
import type { PointRuleRegistry } from '../../queries/point-rule-registry.ts';
import type { Checkpoints } from '../checkpoints/checkpoints.ts';
import type { Integrity } from '../integrity/integrity.ts';
import type { Outbound } from '../outbound/outbound.ts';
import type { Sealer } from '../webhooks/sealer.ts';
import type { TellRead } from './customer-wallet/reads.ts';
import type { Desk } from './desk/desk.ts';

/** A Fastify instance whose handlers get their types from TypeBox schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What routes work with. */
export interface Services {
  readonly engine: Engine;
  /** For reads. */
  readonly database: Database;
  readonly assets: AssetRegistry;
  /** The rules by which the engine's operations earn points. */
  readonly points: PointRuleRegistry;
  /** Who has to approve what. */
  readonly desk: Desk;
  /** The way to addresses that callers gave us. */
  readonly outbound: Outbound;
  /** For secrets that are kept in the database. */
  readonly sealer: Sealer;
  /** Verifications of the books. */
  readonly integrity: Integrity;
  readonly checkpoints: Checkpoints;
  /** Whether this instance is about to stop, and wants no more requests; never by default. */
  readonly isStopping?: () => boolean;
  /** Told of every wallet that was read through the customer-wallet face. */
  readonly tellRead?: TellRead;
}
