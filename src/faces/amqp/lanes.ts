/** The publisher's lanes: each has its own part of the customers, whose events it sends in order. */
import { hash } from 'node:crypto';
import type { DomainEvent } from '../../wallet/events.ts';

/** More lanes let more instances publish at once; each costs another walk through the operations. */
export const LANES = 4;

/** Must never change: an event that moves to a lane which is further on would be left out. */
export const laneOf = ({ customer }: Pick<DomainEvent, 'customer'>): number =>
  customer === null ? 0 : (hash('sha1', customer, 'buffer')[0] as number) % LANES;
