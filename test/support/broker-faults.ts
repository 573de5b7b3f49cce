/** Faults at the two most delicate moments of a message's life, by way of the proxy before the broker. */
import type { Rule } from './proxy.ts';

/** `basic.ack` in AMQP 0-9-1: class 60, method 80. From the service it acknowledges, from the broker it confirms. */
const ACK = Buffer.from([0x00, 0x3c, 0x00, 0x50]);

/** Cuts the connection before any ack of the service has got through: what it has done comes back until it may no longer. */
export const everyAckCut: Rule = ({ direction, bytes }) =>
  direction === 'request' && bytes.includes(ACK) ? { upTo: 0, end: 'reset' } : 'pass';

/**
 * Cuts the connection before so many of the acks of one side have got through; every other one does, or the delivery limit
 * would rightly end it.
 */
export class AckCuts {
  readonly #side: 'request' | 'answer';
  #spare = false;
  left: number;
  /** Acks that were cut, and all that came by. */
  met = 0;
  seen = 0;

  /** `request` for what the service acknowledges, `answer` for what the broker confirms. */
  constructor(side: 'request' | 'answer', count: number) {
    this.#side = side;
    this.left = count;
  }

  readonly rule: Rule = ({ direction, bytes }) => {
    if (this.left === 0 || direction !== this.#side || !bytes.includes(ACK)) return 'pass';
    this.seen += 1;
    this.#spare = !this.#spare;
    if (!this.#spare) return 'pass';
    this.left -= 1;
    this.met += 1;
    return { upTo: 0, end: this.met % 2 === 0 ? 'close' : 'reset' };
  };
}
