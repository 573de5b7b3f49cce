import { CircleCheck, Clock3, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Tag } from '../../ui/Chip.tsx';

const LOOKS = {
  pending: { icon: Clock3, tone: 'warn' },
  delivered: { icon: CircleCheck, tone: 'wallet' },
  dead: { icon: TriangleAlert, tone: 'danger' },
} as const;

/** Whether an event has arrived. */
export function DeliveryState({ state }: { state: keyof typeof LOOKS }) {
  const t = useTranslations('operations.delivery');
  const { icon, tone } = LOOKS[state];
  return (
    <Tag icon={icon} tone={tone}>
      {t(state)}
    </Tag>
  );
}
