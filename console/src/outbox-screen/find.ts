import { useEffect, useState } from 'react';
import { outboxStore } from '../outbox/current.ts';
import { useOutbox } from '../outbox/hooks.ts';
import type { SettledIntent, UnsentIntent } from '../outbox/intent.ts';
import { plainReference } from '../outbox/reference.ts';
import { useStore } from '../store.ts';

/** Whether somebody who types this means that intent: by its reference, or by the customer's name. */
export function matches(text: string, { reference, label }: UnsentIntent | SettledIntent): boolean {
  const wanted = plainReference(text);
  if (text.trim() === '') return true;
  const name = label.customerName?.toLowerCase() ?? '';
  return (wanted !== '' && plainReference(reference).includes(wanted)) || name.includes(text.trim().toLowerCase());
}

const MOST_SENT = 20;

/** What was sent from here and goes by this text, newest first; nothing until something is typed. */
export function useSent(text: string): readonly SettledIntent[] {
  const outbox = useStore(outboxStore);
  const { items } = useOutbox();
  const [sent, setSent] = useState<readonly SettledIntent[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked up anew whenever the queue has changed.
  useEffect(() => {
    if (outbox === null || text.trim() === '') return setSent([]);
    let isCurrent = true;
    void outbox.settled().then((settled) => {
      const found = settled.filter((intent) => matches(text, intent)).toReversed();
      if (isCurrent) setSent(found.slice(0, MOST_SENT));
    });
    return () => {
      isCurrent = false;
    };
  }, [outbox, items, text]);
  return sent;
}
