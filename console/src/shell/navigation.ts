/** What the frame offers to go to. Each area lists its own places in its `navigation.ts`. */
import type { LucideIcon } from 'lucide-react';
import { customerPlaces } from '../customer/navigation.ts';
import { deskPlaces } from '../desk/navigation.ts';
import { operationsPlaces } from '../operations/navigation.ts';

export type PlaceName =
  | 'desk'
  | 'newCustomer'
  | 'outbox'
  | 'operations'
  | 'ledger'
  | 'audit'
  | 'integrity'
  | 'events'
  | 'flow'
  | 'me'
  | 'code'
  | 'statement';

export interface Place {
  readonly to: string;
  /** Its key in the words of `shell.nav`. */
  readonly name: PlaceName;
  readonly icon: LucideIcon;
  /** The second key of its sequence, after `g`. */
  readonly key: string;
  /** Not the place of the screens below it: those are places of their own. */
  readonly exact?: boolean;
  readonly roles: readonly string[];
  /** A part of another place: it has a key, and no room of its own in the frame. */
  readonly isPart?: boolean;
}

export const PLACES: readonly Place[] = [...deskPlaces, ...operationsPlaces, ...customerPlaces];

export const placesOf = (role: string): readonly Place[] => PLACES.filter(({ roles }) => roles.includes(role));

/** Where someone of this role begins. */
export const homeOf = (role: string): string => placesOf(role)[0]?.to ?? '/me';
