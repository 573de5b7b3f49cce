import { Bookmark, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { preferencesStore } from './preferences.ts';
import type { ExplorerSearch } from './search.ts';
import styles from './ViewsMenu.module.css';

export interface ViewsMenuProps {
  readonly search: ExplorerSearch;
  readonly onView: (search: ExplorerSearch) => void;
}

/** Filters under a name, kept on this device. */
export function ViewsMenu({ search, onView }: ViewsMenuProps) {
  const t = useTranslations('operations.views');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<Bookmark size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('title')}
      </Button>
      {open && (
        <Views
          search={search}
          onClose={() => setOpen(false)}
          onView={(view) => {
            setOpen(false);
            onView(view);
          }}
        />
      )}
    </>
  );
}

function Views({ search, onView, onClose }: ViewsMenuProps & { onClose: () => void }) {
  const t = useTranslations('operations.views');
  const store = preferencesStore();
  const preferences = useStore(store);
  const [name, setName] = useState('');
  const { views } = preferences;
  const set = (next: typeof views) => store.set({ ...preferences, views: next });
  const save = () => {
    const named = name.trim();
    if (named === '') return;
    const { cursor: _, ...filters } = search;
    set([...views.filter((view) => view.name !== named), { name: named, search: filters }]);
    setName('');
  };
  return (
    <Dialog open onClose={onClose} title={t('title')} description={t('hint')}>
      <form
        className={styles.save}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={t('name')} value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        <Button type="submit" reason={name.trim() === '' ? t('needsName') : undefined}>
          {t('save')}
        </Button>
      </form>
      {views.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <ul className={styles.views}>
          {views.map((view) => (
            <li key={view.name}>
              <button type="button" className={styles.view} onClick={() => onView(view.search)}>
                {view.name}
              </button>
              <IconButton
                label={t('remove', { name: view.name })}
                icon={<Trash2 size={18} aria-hidden />}
                onClick={() => set(views.filter((other) => other !== view))}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
