/** Forgets the oldest of what is remembered once there is more than `limit` of it, down to nine tenths: seldom, and many at once. */
export function forgetOldest(of: Map<string, unknown> | Set<string>, limit: number): void {
  if (of.size <= limit) return;
  const left = limit * 0.9;
  for (const key of of.keys()) {
    if (of.size <= left) return;
    of.delete(key);
  }
}
