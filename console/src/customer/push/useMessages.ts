import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../../session/session.ts';
import { useLanguage } from '../../words/store.ts';
import { change, type Hindrance, hindrance, type Messages, messagesQuery, turnOff, turnOn } from './subscription.ts';

export interface MessagesHere {
  /** Undefined until it is known. */
  readonly messages: Messages | undefined;
  readonly hindrance: Hindrance | null;
  readonly busy: boolean;
  /** Why the last wish was not fulfilled. */
  readonly error: unknown;
  readonly turn: (on: boolean) => void;
  readonly showAmounts: (show: boolean) => void;
}

/** The messages on this device, and what can be done about them. */
export function useMessages(): MessagesHere {
  const client = useQueryClient();
  const language = useLanguage();
  const query = messagesQuery(useSession()?.subject ?? '');
  const hindered = hindrance();
  const messages = useQuery({ ...query, enabled: hindered === null }).data;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (wish: () => Promise<void>) => wish(),
    onSettled: () => client.invalidateQueries({ queryKey: query.queryKey }),
    networkMode: 'always',
  });
  // They come in the language that is spoken here.
  const spoken = messages?.language ?? null;
  const showAmounts = messages?.showAmounts ?? false;
  useEffect(() => {
    if (spoken !== null && spoken !== language) mutate(() => change({ language, showAmounts }));
  }, [spoken, language, showAmounts, mutate]);
  return {
    messages,
    hindrance: hindered,
    busy: isPending,
    error,
    turn: (on) => mutate(on ? () => turnOn({ language, showAmounts: false }) : turnOff),
    showAmounts: (show) => mutate(() => change({ language, showAmounts: show })),
  };
}
