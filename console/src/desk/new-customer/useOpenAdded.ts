import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onceOpen } from '../../cache/current.ts';
import { useIntent } from '../../outbox/hooks.ts';
import { type Person, personOf } from '../customer/queries.ts';
import type { Outcome } from '../till/write.ts';

/** Opens the customer that was added, at once or when the service has answered at last. */
export function useOpenAdded(outcome: Outcome | null): void {
  const navigate = useNavigate();
  const intent = useIntent(outcome?.id ?? '');
  const answer = intent?.state === 'done' ? (intent.answer as { data: Person }) : null;
  useEffect(() => {
    if (answer === null) return;
    const customer = { ...personOf(answer.data), frozen: false };
    onceOpen((cache) => cache.learn(customer));
    void navigate({ to: '/desk/customers/$customerId', params: { customerId: customer.id }, replace: true });
  }, [answer, navigate]);
}
