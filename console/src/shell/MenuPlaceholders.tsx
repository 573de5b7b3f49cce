import { CircleUserRound, Settings2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../ui/IconButton.tsx';

/** The two buttons before their menus have come: same place, same look. */
export function MenuPlaceholders() {
  const t = useTranslations('shell.menu');
  return (
    <>
      <IconButton label={t('settings')} icon={<Settings2 size={22} aria-hidden />} disabled />
      <IconButton label={t('user')} icon={<CircleUserRound size={22} aria-hidden />} disabled />
    </>
  );
}
