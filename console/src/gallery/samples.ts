import type { Asset } from '../money/asset.ts';
import type { ChipState } from '../ui/Chip.tsx';

export const SHILLINGS: Asset = { code: 'TZS', decimals: 2 };
export const DOLLARS: Asset = { code: 'USD', decimals: 2 };
export const POINTS: Asset = { code: 'POINTS', decimals: 0 };

export const STATES: readonly ChipState[] = [
  'open',
  'partPaid',
  'closed',
  'void',
  'reversed',
  'waiting',
  'attention',
  'frozen',
];

const DAY_MS = 86_400_000;

export interface SampleSlip {
  readonly number: string;
  readonly at: number;
  readonly total: bigint;
  readonly left: bigint;
  readonly state: ChipState;
}

export const SLIPS: readonly SampleSlip[] = [
  { number: 'CS-0000147', at: Date.now() - 2 * DAY_MS, total: 700_000n, left: 353_000n, state: 'partPaid' },
  { number: 'CS-0000139', at: Date.now() - 9 * DAY_MS, total: 1_250_050n, left: 1_250_050n, state: 'open' },
  { number: 'T2-0031', at: Date.now() - 600_000, total: 45_000n, left: 45_000n, state: 'waiting' },
  { number: 'CS-0000102', at: Date.now() - 40 * DAY_MS, total: 12_000_000n, left: 0n, state: 'closed' },
];
