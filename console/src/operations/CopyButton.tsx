import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../ui/Announcer.tsx';
import styles from './CopyButton.module.css';

const SHOWN_MS = 1500;

/** Puts a text on the clipboard: an id, a hash, an address. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const copied = useTranslations('operations')('copied');
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => setDone(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    await copyText(value);
    setDone(true);
    announce(copied);
  };
  return (
    <button type="button" className={styles.button} aria-label={label} title={label} onClick={() => void copy()}>
      {done ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </button>
  );
}

/** Without HTTPS a page may not touch the clipboard but by a selection. */
export async function copyText(value: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(value);
  } catch {
    const area = document.createElement('textarea');
    area.value = value;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}
