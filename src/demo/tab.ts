/** What the plan remembers of a customer, so that it pays what is owed and spends what is there. Whole shillings. */
export interface OpenSlip {
  readonly key: string;
  remaining: number;
}

export class Tab {
  wallet = 0;
  readonly slips: OpenSlip[] = [];

  get owed(): number {
    return this.slips.reduce((sum, { remaining }) => sum + remaining, 0);
  }

  /** Oldest slip first; what is left goes to the wallet, as the service does it. */
  pay(amount: number): void {
    let left = amount;
    while (left > 0 && this.slips[0]) {
      const [oldest] = this.slips;
      const part = Math.min(left, oldest.remaining);
      oldest.remaining -= part;
      left -= part;
      if (oldest.remaining === 0) this.slips.shift();
    }
    this.wallet += left;
  }

  /** As much of the wallet as the oldest slip needs. */
  applyWallet(): void {
    const [oldest] = this.slips;
    if (!oldest) return;
    const part = Math.min(this.wallet, oldest.remaining);
    this.wallet -= part;
    oldest.remaining -= part;
    if (oldest.remaining === 0) this.slips.shift();
  }
}
