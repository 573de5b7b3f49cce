import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/client.ts';
import { online } from '../../api/online.ts';
import { can } from '../../session/session.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Confirm } from '../Confirm.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { type Webhook, webhooksQuery } from '../events/queries.ts';
import { List } from './List.tsx';
import styles from './Settings.module.css';
import { WebhookForm } from './WebhookForm.tsx';

type Deed = 'pause' | 'resume' | 'rotate' | 'test' | 'remove';

/** Where events are sent. */
export function Webhooks() {
  const t = useTranslations('operations.settings');
  const client = useQueryClient();
  /** Null inside for a new one. */
  const [form, setForm] = useState<{ webhook: Webhook | null } | null>(null);
  const [asked, setAsked] = useState<{ deed: Deed; webhook: Webhook } | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const again = () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
  return (
    <>
      <List
        caption={t('tabs.webhooks')}
        intro={t('webhooksIntro')}
        query={useQuery(webhooksQuery)}
        rowKey={({ webhook_id }) => webhook_id}
        none={t('noWebhooks')}
        action={
          can('webhookCreate') && (
            <Button icon={<Plus size={18} aria-hidden />} onClick={() => setForm({ webhook: null })}>
              {t('addWebhook')}
            </Button>
          )
        }
        columns={[
          {
            id: 'url',
            header: t('url'),
            cell: ({ url, webhook_id: webhook }) => (
              <Link to="/operations/events" search={{ webhook }} className={styles.url}>
                {url}
              </Link>
            ),
          },
          {
            id: 'events',
            header: t('events'),
            cell: ({ event_types: types }) =>
              types === null ? t('allEvents') : t('someEvents', { count: types.length }),
          },
          { id: 'state', header: t('state'), cell: ({ status }) => t(`webhookStatus.${status as 'active'}`) },
        ]}
        deeds={(webhook) =>
          can('webhookChange') && (
            <Deeds webhook={webhook} onEdit={() => setForm({ webhook })} ask={(deed) => setAsked({ deed, webhook })} />
          )
        }
      />
      {form && <WebhookForm {...form} onClose={() => setForm(null)} onSecret={setSecret} onDone={again} />}
      {asked && (
        <Confirm
          title={t(`deed.${asked.deed}`)}
          text={t(`deedText.${asked.deed}`, { url: asked.webhook.url })}
          action={t(`deed.${asked.deed}`)}
          tone={asked.deed === 'remove' ? 'danger' : 'primary'}
          onConfirm={() => carryOut(asked.deed, asked.webhook.webhook_id, setSecret)}
          onClose={(isDone) => {
            if (isDone) announce(t('done'));
            setAsked(null);
            void again();
          }}
        />
      )}
      {secret !== null && <Secret secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}

interface DeedsProps {
  readonly webhook: Webhook;
  readonly onEdit: () => void;
  readonly ask: (deed: Deed) => void;
}

function Deeds({ webhook, onEdit, ask }: DeedsProps) {
  const t = useTranslations('operations.settings');
  const deeds: Deed[] = [webhook.status === 'active' ? 'pause' : 'resume', 'test', 'rotate', 'remove'];
  return (
    <>
      <Button size="small" tone="quiet" onClick={onEdit}>
        {t('edit')}
      </Button>
      {deeds.map((deed) => (
        <Button key={deed} size="small" tone="quiet" onClick={() => ask(deed)}>
          {t(`deed.${deed}`)}
        </Button>
      ))}
    </>
  );
}

async function carryOut(deed: Deed, id: string, onSecret: (secret: string) => void): Promise<void> {
  const params = { path: { webhook_id: id } };
  if (deed === 'test') await online.POST('/api/v1/webhooks/{webhook_id}/test', { params });
  else if (deed === 'remove') await online.DELETE('/api/v1/webhooks/{webhook_id}', { params });
  else if (deed === 'rotate') {
    const { data } = await answer(online.POST('/api/v1/webhooks/{webhook_id}/rotate-secret', { params, body: {} }));
    onSecret(data.secret);
  } else {
    const status = deed === 'pause' ? 'paused' : 'active';
    await online.PATCH('/api/v1/webhooks/{webhook_id}', { params, body: { status } });
  }
}

/** The only time that it is shown. */
function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useTranslations('operations.settings');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('secret')}
      description={t('secretHint')}
      actions={
        <Button tone="primary" onClick={onClose}>
          {t('secretKept')}
        </Button>
      }
    >
      <p className={styles.secret}>
        <code>{secret}</code>
        <CopyButton value={secret} label={t('copySecret')} />
      </p>
    </Dialog>
  );
}
