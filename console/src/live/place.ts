/** Where an event stands in its ledger, `height.index.n`: below zero where `a` comes before `b`, zero where they are one. */
export function comparePlaces(a: string, b: string): number {
  const right = b.split('.').map(Number);
  for (const [part, left] of a.split('.').map(Number).entries()) {
    const difference = left - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
