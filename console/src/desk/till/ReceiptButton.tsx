import { useNavigate } from '@tanstack/react-router';
import { ReceiptText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/Button.tsx';
import type { Outcome } from './write.ts';

/** The way to the receipt of what was just done; to a provisional one while it waits here. */
export function ReceiptButton({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('desk.done');
  const navigate = useNavigate();
  const open = () => {
    if (outcome.state === 'waiting') {
      void navigate({ to: '/desk/provisional/$reference', params: { reference: outcome.deviceReference } });
    } else if (outcome.transaction !== null) {
      void navigate({ to: '/desk/receipts/$transactionId', params: { transactionId: outcome.transaction } });
    }
  };
  if (outcome.state === 'done' && outcome.transaction === null) return null;
  return (
    <Button icon={<ReceiptText size={20} aria-hidden />} onClick={open}>
      {t('receipt')}
    </Button>
  );
}
