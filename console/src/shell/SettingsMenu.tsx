import { Settings2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, MenuChoice, MenuLine } from '../ui/Menu.tsx';
import { chooseTheme, useTheme } from '../ui/theme.ts';
import { speak, useLanguage } from '../words/store.ts';

/** Each language by the name that it has for itself. */
const LANGUAGE_NAMES = [
  { value: 'en', label: 'English' },
  { value: 'sw', label: 'Kiswahili' },
] as const;

export function SettingsMenu() {
  const t = useTranslations('shell.menu');
  return (
    <Menu trigger={<IconButton label={t('settings')} icon={<Settings2 size={22} aria-hidden />} />}>
      <MenuChoice
        label={t('language')}
        value={useLanguage()}
        options={LANGUAGE_NAMES}
        onChange={(language) => void speak(language)}
      />
      <MenuLine />
      <MenuChoice
        label={t('theme')}
        value={useTheme()}
        options={[
          { value: 'system', label: t('system') },
          { value: 'light', label: t('light') },
          { value: 'dark', label: t('dark') },
        ]}
        onChange={chooseTheme}
      />
    </Menu>
  );
}
