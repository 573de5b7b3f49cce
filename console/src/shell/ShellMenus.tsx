import { CircleUserRound, Keyboard, LogOut } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { singleKeys, switchSingleKeys } from '../keys/registry.ts';
import { pendingWrites } from '../session/pending-writes.ts';
import { signOut, useSession } from '../session/session.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuNote } from '../ui/Menu.tsx';
import { useRoleName } from './role-name.ts';
import { SettingsMenu } from './SettingsMenu.tsx';

/** Language, appearance and account; loaded after the first paint, as nobody needs them before. */
export default function ShellMenus({ onHelp }: { onHelp: () => void }) {
  return (
    <>
      <SettingsMenu />
      <UserMenu onHelp={onHelp} />
    </>
  );
}

function UserMenu({ onHelp }: { onHelp: () => void }) {
  const t = useTranslations('shell.menu');
  const session = useSession();
  const roleName = useRoleName();
  const withKeys = useStore(singleKeys);
  const { waiting, sending, attention } = useStore(pendingWrites);
  const pending = waiting + sending + attention;
  if (session === null) return null;
  return (
    <Menu trigger={<IconButton label={t('user')} icon={<CircleUserRound size={22} aria-hidden />} />}>
      <MenuNote>
        <p>{t('signedInAs', { subject: session.subject, role: roleName(session.role) })}</p>
        <p>{t('ledger', { ledger: session.ledger })}</p>
      </MenuNote>
      <MenuLine />
      <MenuChoice
        label={t('keys')}
        value={withKeys ? 'on' : 'off'}
        options={[
          { value: 'on', label: t('on') },
          { value: 'off', label: t('off') },
        ]}
        onChange={(choice) => switchSingleKeys(choice === 'on')}
      />
      <MenuItem icon={<Keyboard size={20} aria-hidden />} onClick={onHelp}>
        {t('help')}
      </MenuItem>
      <MenuLine />
      <MenuItem
        icon={<LogOut size={20} aria-hidden />}
        reason={pending > 0 ? t('signOutBlocked', { count: pending }) : undefined}
        onClick={() => void signOut()}
      >
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
