import type { StartFace } from '../face.ts';

/** Verifies all ledgers from time to time, and tells of it. */
export const startIntegrity: StartFace = async ({ integrity, registries }) => {
  registries.push(integrity.metrics.registry);
  integrity.start();
  return { addresses: {}, stop: () => integrity.stop() };
};
