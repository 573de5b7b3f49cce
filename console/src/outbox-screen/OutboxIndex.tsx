import { CircleCheck, Download, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { saveFile } from '../operations/csv.ts';
import { useOutbox } from '../outbox/hooks.ts';
import type { UnsentIntent } from '../outbox/intent.ts';
import { exportQueue } from '../outbox/perform.ts';
import { useTextInAddress } from '../shell/typed.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { AttentionItem } from './AttentionItem.tsx';
import { matches, useSent } from './find.ts';
import { Item } from './Item.tsx';
import { KeepSafe } from './KeepSafe.tsx';
import styles from './Outbox.module.css';
import { SentItem } from './SentItem.tsx';

/** What this device still has to send, what stands in its way, and what somebody has to decide. */
export default function OutboxIndex() {
  const t = useTranslations('outbox');
  const { items, needsSignIn, loaded } = useOutbox();
  const [text, setText] = useTextInAddress('/outbox');
  const sent = useSent(text);
  const found = items.filter((intent) => matches(text, intent));
  const inState = (state: UnsentIntent['state']) => found.filter((intent) => intent.state === state);
  const save = async () => saveFile('pochi-outbox.json', new Blob([await exportQueue()], { type: 'application/json' }));
  return (
    <div className={styles.screen}>
      <PageHeader
        title={t('title')}
        subtitle={t('count', { count: items.length })}
        actions={
          items.length > 0 && (
            <Button icon={<Download size={20} aria-hidden />} onClick={() => void save()}>
              {t('export')}
            </Button>
          )
        }
      />
      <SearchField label={t('search')} value={text} onChange={setText} />
      {needsSignIn && <Banner tone="warn">{t('needsSignIn')}</Banner>}
      <KeepSafe />
      <Group title={t('attention')} count={inState('attention').length}>
        {inState('attention').map((intent) => (
          <AttentionItem key={intent.id} intent={intent} />
        ))}
      </Group>
      <Group title={t('sending')} count={inState('sending').length}>
        {inState('sending').map((intent) => (
          <Item key={intent.id} intent={intent} />
        ))}
      </Group>
      <Group title={t('waiting')} count={inState('waiting').length}>
        {inState('waiting').map((intent) => (
          <Item key={intent.id} intent={intent} />
        ))}
      </Group>
      <Group title={t('sent')} count={sent.length}>
        {sent.map((intent) => (
          <SentItem key={intent.id} intent={intent} />
        ))}
      </Group>
      {loaded && items.length === 0 && text === '' && (
        <EmptyState icon={<CircleCheck size={28} aria-hidden />} title={t('empty')}>
          {t('emptyHint')}
        </EmptyState>
      )}
      {text !== '' && found.length + sent.length === 0 && (
        <EmptyState
          icon={<SearchX size={28} aria-hidden />}
          title={t('noMatches')}
          action={<Button onClick={() => setText('')}>{t('clear')}</Button>}
        />
      )}
    </div>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section className={styles.group} aria-label={title}>
      <h2>
        {title} <span className={styles.count}>{count}</span>
      </h2>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}
