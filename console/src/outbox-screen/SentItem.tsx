import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { SettledIntent } from '../outbox/intent.ts';
import { Button } from '../ui/Button.tsx';
import { Item } from './Item.tsx';

/** What was carried out, and its receipt. */
export function SentItem({ intent }: { intent: SettledIntent }) {
  const t = useTranslations('outbox');
  const navigate = useNavigate();
  const { transaction } = intent;
  return (
    <Item
      intent={intent}
      actions={
        transaction !== null && (
          <Button
            size="small"
            onClick={() =>
              void navigate({ to: '/desk/receipts/$transactionId', params: { transactionId: transaction } })
            }
          >
            {t('receipt')}
          </Button>
        )
      }
    />
  );
}
