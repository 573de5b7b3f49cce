import { FileDown, Printer, Share2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../keys/registry.ts';
import { saveFile } from '../../operations/csv.ts';
import { useOnline } from '../../shell/online.ts';
import { Button } from '../../ui/Button.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import styles from './Papers.module.css';
import { fetchPdf } from './pdf.ts';
import { WIDTHS, type Width } from './widths.ts';

export interface PaperToolsProps {
  readonly width?: Width;
  readonly onWidth?: (width: Width) => void;
  readonly onPrint: () => void | Promise<void>;
  readonly onShare?: (() => void) | undefined;
  /** Without one there is no PDF of it. */
  readonly pdf?: { readonly path: string; readonly query: Readonly<Record<string, string>>; readonly name: string };
  /** Further ways of taking it along. */
  readonly children?: ReactNode;
}

/** What can be done with a paper; none of it is printed. */
export function PaperTools({ width, onWidth, onPrint, onShare, pdf, children }: PaperToolsProps) {
  const t = useTranslations('papers');
  const online = useOnline();
  const [busy, setBusy] = useState<'print' | 'pdf' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const needsConnection = online ? undefined : t('needsConnection');

  async function work(what: 'print' | 'pdf', deed: () => void | Promise<void>): Promise<void> {
    setBusy(what);
    setError(null);
    try {
      await deed();
    } catch (problem) {
      setError(problem);
    }
    setBusy(null);
  }

  const print = () => void work('print', onPrint);
  useKeys([{ keys: 'p', label: t('print'), run: print }]);
  return (
    <div className={styles.tools}>
      <div className={styles.row}>
        <Button
          tone="primary"
          icon={<Printer size={20} aria-hidden />}
          shortcut="p"
          busy={busy === 'print'}
          onClick={print}
        >
          {t('print')}
        </Button>
        {onShare && (
          <Button icon={<Share2 size={20} aria-hidden />} reason={needsConnection} onClick={onShare}>
            {t('share')}
          </Button>
        )}
        {pdf && (
          <Button
            icon={<FileDown size={20} aria-hidden />}
            reason={needsConnection}
            busy={busy === 'pdf'}
            onClick={() => void work('pdf', async () => saveFile(pdf.name, await fetchPdf(pdf.path, pdf.query)))}
          >
            {t('pdf')}
          </Button>
        )}
        {children}
      </div>
      {width !== undefined && onWidth && (
        <fieldset className={styles.widths}>
          <legend>{t('paper')}</legend>
          {WIDTHS.map((one) => (
            <ToggleChip key={one} label={t(`width.${one}`)} pressed={one === width} onChange={() => onWidth(one)} />
          ))}
        </fieldset>
      )}
      {error !== null && <ErrorState error={error} />}
    </div>
  );
}
