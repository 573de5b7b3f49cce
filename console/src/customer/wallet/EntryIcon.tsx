import {
  ArrowDownLeft,
  ArrowUpRight,
  Ban,
  Coins,
  Gift,
  HandCoins,
  type LucideIcon,
  ReceiptText,
  ShoppingBag,
  Star,
  Undo2,
  WalletMinimal,
} from 'lucide-react';
import type { HistoryEntry } from '../../desk/customer/queries.ts';
import styles from './History.module.css';

const ICONS: Readonly<Record<HistoryEntry['entry_type'], LucideIcon>> = {
  DEPOSIT: ArrowDownLeft,
  BONUS: Gift,
  SPEND: ShoppingBag,
  PAYMENT: HandCoins,
  WITHDRAWAL: ArrowUpRight,
  TRANSFER_OUT: ArrowUpRight,
  TRANSFER_IN: ArrowDownLeft,
  SALE_ON_CREDIT: ReceiptText,
  CHANGE_TO_BALANCE: Coins,
  BALANCE_CONSUMPTION: WalletMinimal,
  SALE_VOIDED: Ban,
  REVERSAL: Undo2,
  POINTS: Star,
};

/** What kind of thing happened, for those who know it by its sign; the words stand beside it. */
export function EntryIcon({ type }: { type: HistoryEntry['entry_type'] }) {
  const Icon = ICONS[type];
  return (
    <span className={styles.icon}>
      <Icon size={20} aria-hidden />
    </span>
  );
}
