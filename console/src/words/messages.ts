import type customer from './en/customer.json';
import type desk from './en/desk.json';
import type gallery from './en/gallery.json';
import type operations from './en/operations.json';
import type outbox from './en/outbox.json';
import type papers from './en/papers.json';
import type shell from './en/shell.json';

/** The English files say which keys there are; `useTranslations` knows no others. */
declare module 'use-intl' {
  interface AppConfig {
    Locale: 'en' | 'sw';
    Messages: {
      shell: typeof shell;
      desk: typeof desk;
      outbox: typeof outbox;
      papers: typeof papers;
      operations: typeof operations;
      customer: typeof customer;
      gallery: typeof gallery;
    };
  }
}
