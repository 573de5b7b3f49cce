/** The conditions of a statement that is put together: values never stand in its text. */
export class Conditions {
  readonly values: unknown[];

  /** The values of `$1` and so on. */
  constructor(...values: readonly unknown[]) {
    this.values = [...values];
  }

  /** The place of one more value. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** The condition for a value that is asked for; none where it is null. */
  when<T>(value: T | null, condition: (place: string) => string): string[] {
    return value === null ? [] : [condition(this.value(value))];
  }
}
