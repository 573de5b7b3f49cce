import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from '../store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Keys } from './Keys.tsx';
import styles from './Palette.module.css';
import { bindings, type KeyBinding } from './registry.ts';

/** Whatever the keyboard can do here, found by its name. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell.keys');
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const all = useStore(bindings).filter(({ inPalette }) => inPalette !== false);
  const found = matching(all, text);
  const current = found[Math.min(at, found.length - 1)];

  const choose = (binding: KeyBinding | undefined) => {
    if (!binding) return;
    onClose();
    binding.run();
  };
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    }
    if (event.key === 'Enter') choose(current);
  };

  return (
    <Dialog open onClose={onClose} title={t('palette')} size="large">
      <SearchField
        label={t('paletteHint')}
        value={text}
        onChange={(next) => {
          setText(next);
          setAt(0);
        }}
        onKeyDown={move}
        controls={id}
        activeOption={current && `${id}-${current.keys}`}
        autoFocus
      />
      <div id={id} role="listbox" aria-label={t('palette')} className={styles.list}>
        {found.map((binding) => (
          <button
            key={binding.keys}
            id={`${id}-${binding.keys}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={binding === current}
            className={styles.option}
            onClick={() => choose(binding)}
          >
            <span>{binding.label}</span>
            <Keys keys={binding.keys} />
          </button>
        ))}
      </div>
      {found.length === 0 && <p role="status">{t('noMatches')}</p>}
    </Dialog>
  );
}

/** Those whose label has all the words, in any order. */
function matching(all: readonly KeyBinding[], text: string): KeyBinding[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ label }) => words.every((word) => label.toLocaleLowerCase().includes(word)));
}
