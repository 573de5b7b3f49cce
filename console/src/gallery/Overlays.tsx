import { Inbox, Snowflake, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AmountField } from '../ui/AmountField.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, Sheet } from '../ui/Dialog.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { PlaceList } from '../ui/PlaceList.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Section } from './Section.tsx';
import { SHILLINGS } from './samples.ts';

export function Overlays() {
  const t = useTranslations('gallery');
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  const [amount, setAmount] = useState<bigint | null>(null);
  const close = () => setOpen(null);
  const actions = (
    <>
      <Button onClick={close}>{t('plain')}</Button>
      <Button tone={open === 'dialog' ? 'danger' : 'primary'} onClick={close}>
        {open === 'dialog' ? t('danger') : t('primary')}
      </Button>
    </>
  );
  return (
    <Section title={t('overlays')} flow="row">
      <Button onClick={() => setOpen('dialog')}>{t('dialog')}</Button>
      <Button onClick={() => setOpen('sheet')}>{t('sheet')}</Button>
      <Menu trigger={<Button>{t('menu')}</Button>}>
        <MenuItem onClick={close}>{t('slips')}</MenuItem>
        <MenuItem icon={<Snowflake size={20} aria-hidden />} reason={t('frozen')} onClick={close}>
          {t('history')}
        </MenuItem>
        <MenuItem icon={<Undo2 size={20} aria-hidden />} tone="danger" onClick={close}>
          {t('danger')}
        </MenuItem>
      </Menu>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title={t('danger')}
        description={t('dialogText')}
        actions={actions}
      />
      <Sheet open={open === 'sheet'} onClose={close} title={t('sheet')} actions={actions}>
        <AmountField label={t('amount')} asset={SHILLINGS} value={amount} onChange={setAmount} size="large" />
      </Sheet>
    </Section>
  );
}

export function TabsAndPlaces() {
  const t = useTranslations('gallery');
  const [tab, setTab] = useState('slips');
  return (
    <Section title={t('tabs')}>
      <Tabs
        label={t('tabs')}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'slips', label: t('slips'), content: t('nothingHint') },
          { id: 'history', label: t('history'), content: t('noMatches') },
        ]}
      />
      <h3>{t('places')}</h3>
      <PlaceList
        places={[
          { to: '/outbox', label: t('slips'), text: t('nothingHint'), icon: <Inbox size={20} aria-hidden /> },
          { to: '/desk', label: t('history'), icon: <Undo2 size={20} aria-hidden /> },
        ]}
      />
    </Section>
  );
}
