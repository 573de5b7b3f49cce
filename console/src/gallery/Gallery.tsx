import { useTranslations } from 'use-intl';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Balances, Chips, MoneySizes, Table } from './Amounts.tsx';
import { Buttons, Fields } from './Controls.tsx';
import styles from './Gallery.module.css';
import { Banners, States } from './Messages.tsx';
import { Overlays, TabsAndPlaces } from './Overlays.tsx';

/** Every component in every state: to be looked at, photographed, and checked by axe. */
export default function Gallery() {
  const t = useTranslations('gallery');
  return (
    <main className={styles.page}>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <div className={styles.sections}>
        <Buttons />
        <Fields />
        <Chips />
        <MoneySizes />
        <Balances />
        <Table />
        <TabsAndPlaces />
        <Overlays />
        <Banners />
        <States />
      </div>
    </main>
  );
}
