import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { useDeed } from './deed.ts';

export interface ConfirmProps {
  readonly title: string;
  /** What will happen, in a sentence. */
  readonly text: string;
  readonly action: string;
  readonly tone?: 'primary' | 'danger';
  readonly onConfirm: () => Promise<unknown>;
  /** Closed, done or not. */
  readonly onClose: (isDone: boolean) => void;
}

/** Asks once more before something that others notice. */
export function Confirm({ title, text, action, tone = 'primary', onConfirm, onClose }: ConfirmProps) {
  const t = useTranslations('operations.confirm');
  const deed = useDeed();
  const run = async () => {
    if (await deed.run(onConfirm)) onClose(true);
  };
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={title}
      description={text}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
          <Button tone={tone} busy={deed.busy} onClick={() => void run()}>
            {action}
          </Button>
        </>
      }
    >
      {deed.error !== null && <ErrorState error={deed.error} />}
    </Dialog>
  );
}
