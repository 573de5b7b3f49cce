/** The publisher's lanes: each has its own part of the customers, whose events it sends in order. */

/** More lanes let more instances publish at once; each costs another walk through the operations. */
export const LANES = 4;

/**
 * Which lane a customer's events go in; 0 for those of the house alone. Must never change: an event that moves to a lane
 * which is further on would be left out.
 */
export function laneOf(customer: string | null): number {
  if (customer === null) return 0;
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (let i = 0; i < customer.length; i += 1) hash = Math.imul(hash ^ customer.charCodeAt(i), 0x01000193);
  return (hash >>> 16) % LANES;
}
