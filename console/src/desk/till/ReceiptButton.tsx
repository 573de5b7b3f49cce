import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ReceiptText } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/Button.tsx';
import { type HistoryEntry, timelineQuery } from '../customer/queries.ts';
import type { Outcome } from './write.ts';

export interface ReceiptButtonProps {
  readonly outcome: Outcome;
  readonly customer: string;
  readonly currency: string;
  /** Whether an entry of the customer's history came from this deed. */
  readonly isOf: (source: HistoryEntry['source']) => boolean;
}

/** The way to the receipt; to a provisional one while the deed waits here. */
export function ReceiptButton({ outcome, customer, currency, isOf }: ReceiptButtonProps) {
  const t = useTranslations('desk.done');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);

  async function open(): Promise<void> {
    if (outcome.state === 'waiting') {
      await navigate({ to: '/desk/provisional/$reference', params: { reference: outcome.deviceReference } });
      return;
    }
    setBusy(true);
    // The answer names the payment or the slip; receipts are found by the transaction, which the history names.
    const found = await client
      .fetchInfiniteQuery({ ...timelineQuery(customer, currency), staleTime: 0 })
      .catch(() => null);
    setBusy(false);
    const entry = found?.pages.flatMap(({ entries }) => entries).find(({ source }) => isOf(source));
    if (entry) {
      const { transaction_id: transactionId } = entry.source;
      await navigate({ to: '/desk/receipts/$transactionId', params: { transactionId } });
    }
  }
  return (
    <Button icon={<ReceiptText size={20} aria-hidden />} busy={busy} onClick={() => void open()}>
      {t('receipt')}
    </Button>
  );
}
