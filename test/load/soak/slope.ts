/** A straight line through measured points, and how sure one can be of it. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Slope {
  /** How much y grows with each x. */
  readonly slope: number;
  /** Its standard error. */
  readonly error: number;
}

/** Least squares; null for fewer than three points, through which any line may go. */
export function slopeOf(points: readonly Point[]): Slope | null {
  const n = points.length;
  if (n < 3) return null;
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / n;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  if (spread === 0) return null;
  const slope = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread;
  const rest = points.reduce((sum, point) => sum + (point.y - y - slope * (point.x - x)) ** 2, 0);
  return { slope, error: Math.sqrt(rest / (n - 2) / spread) };
}
