import styles from './Skeleton.module.css';

export interface SkeletonProps {
  /** What is on its way: it takes the same place. */
  readonly shape?: 'line' | 'title' | 'row' | 'card' | 'field';
  readonly count?: number;
}

/** The place of what is loading. Hidden from screen readers: mark the region around it with `aria-busy`. */
export function Skeleton({ shape = 'line', count = 1 }: SkeletonProps) {
  return (
    <div className={styles.group} data-shape={shape} aria-hidden>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move.
        <div key={index} className={styles.bone} />
      ))}
    </div>
  );
}
