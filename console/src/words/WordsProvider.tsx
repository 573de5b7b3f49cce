import type { ReactNode } from 'react';
import { IntlProvider, type Messages } from 'use-intl';
import { useWords } from './store.ts';
import './messages.ts';

/** Time zones and dates are the device's. */
const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function WordsProvider({ children }: { children: ReactNode }) {
  const { language, messages } = useWords();
  return (
    <IntlProvider locale={language} messages={messages as Messages} timeZone={TIME_ZONE}>
      {children}
    </IntlProvider>
  );
}
