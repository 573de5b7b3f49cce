/** A job's failure that is nobody's fault: the other side asks to be left alone for a while. */
export class RetryLater extends Error {
  /** The earliest time of the next attempt; null where that is the task's own business. */
  readonly notBefore: Date | null;

  constructor(message: string, notBefore: Date | null) {
    super(message);
    this.name = 'RetryLater';
    this.notBefore = notBefore;
  }
}
