import type { StartFace } from '../face.ts';

/** Signs checkpoints from time to time. */
export const startCheckpoints: StartFace = async ({ checkpoints, registries }) => {
  registries.push(checkpoints.metrics.registry);
  await checkpoints.start();
  return { addresses: {}, stop: () => checkpoints.stop() };
};
