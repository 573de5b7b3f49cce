import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/client.ts';
import { online } from '../../api/online.ts';
import { Field } from '../../ui/Field.tsx';
import type { Webhook } from '../events/queries.ts';
import type { EventType } from '../events/types.ts';
import { EventTypes } from './EventTypes.tsx';
import { FormSheet } from './FormSheet.tsx';

export interface WebhookFormProps {
  /** The one to change; null for a new one. */
  readonly webhook: Webhook | null;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
  readonly onDone: () => Promise<unknown>;
}

/** Where events are sent, of which types, and what for. A new one is told of everything unless types are chosen. */
export function WebhookForm({ webhook, onClose, onSecret, onDone }: WebhookFormProps) {
  const t = useTranslations('operations.settings');
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [purpose, setPurpose] = useState(webhook?.description ?? '');
  const [types, setTypes] = useState((webhook?.event_types ?? null) as readonly EventType[] | null);
  const reason = url === '' ? t('fillAll') : types?.length === 0 ? t('chooseEvents') : undefined;
  const save = async () => {
    const description = purpose === '' ? null : purpose;
    const body = { url, description, event_types: types && [...types] };
    if (webhook) {
      const params = { path: { webhook_id: webhook.webhook_id } };
      await online.PATCH('/api/v1/webhooks/{webhook_id}', { params, body });
    } else {
      const { data } = await answer(online.POST('/api/v1/webhooks', { body }));
      onSecret(data.secret);
    }
    await onDone();
  };
  return (
    <FormSheet
      title={webhook ? t('editWebhook') : t('addWebhook')}
      action={t('save')}
      reason={reason}
      onClose={onClose}
      onSubmit={save}
    >
      <Field
        label={t('url')}
        hint={t('urlHint')}
        type="url"
        value={url}
        onChange={({ target }) => setUrl(target.value.trim())}
      />
      <Field label={t('purpose')} value={purpose} onChange={({ target }) => setPurpose(target.value)} />
      <EventTypes value={types} onChange={setTypes} />
    </FormSheet>
  );
}
