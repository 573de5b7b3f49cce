import type { ChipState } from '../../ui/Chip.tsx';

const STATES: Readonly<Record<string, ChipState>> = {
  OPEN: 'open',
  PARTIALLY_PAID: 'partPaid',
  CLOSED: 'closed',
  VOID: 'void',
};

/** The chip of a slip's status. */
export const slipState = (status: string): ChipState => STATES[status] ?? 'open';
