import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** One sentence below the title. */
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'large';
}

/** A question in the middle of the screen. Esc and a click beside it close it; the focus goes back where it was. */
export function Dialog(props: DialogProps) {
  return <Overlay {...props} shape="dialog" />;
}

/** A form that comes from the side, or from below on a phone. */
export function Sheet(props: DialogProps) {
  return <Overlay {...props} shape="sheet" />;
}

function Overlay({
  open,
  onClose,
  title,
  description,
  children,
  actions,
  size = 'small',
  shape,
}: DialogProps & { shape: 'dialog' | 'sheet' }) {
  const t = useTranslations('shell.dialog');
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.scrim} />
        <Base.Popup className={styles.popup} data-shape={shape} data-size={size}>
          <header className={styles.header}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <Base.Close render={<IconButton label={t('close')} icon={<X size={20} aria-hidden />} />} />
          </header>
          <div className={styles.body}>
            {description !== undefined && (
              <Base.Description className={styles.description}>{description}</Base.Description>
            )}
            {children}
          </div>
          {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
