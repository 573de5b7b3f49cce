import { PackageSearch } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Asset } from '../../money/asset.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Money } from '../../ui/Money.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { MOST_OF_ONE } from './draft.ts';
import { byCode, type Goods, searchTiles, type Tile } from './goods.ts';
import styles from './NewSlip.module.css';

interface TilesProps {
  readonly tiles: readonly Tile[];
  readonly asset: Asset;
  /** How many of each are on the slip, by the goods' id. */
  readonly quantities: ReadonlyMap<string, number>;
  readonly onAdd: (goods: Goods) => void;
  /** Sets how many of what was added last; absent while there is nothing. */
  readonly onCount: ((count: number) => void) | undefined;
}

/** A keyboard comes with a mouse; on a phone, a field with the focus would cover half of the screen. */
const hasMouse = matchMedia('(pointer: fine)').matches;

/** What the store sells: tapped, or found by name, code or barcode. */
export function Tiles({ tiles, asset, quantities, onAdd, onCount }: TilesProps) {
  const t = useTranslations('desk.slip');
  const [text, setText] = useState('');
  const [choosing, setChoosing] = useState<Tile | null>(null);
  const shown = searchTiles(tiles, text);

  const take = (goods: Goods) => {
    onAdd(goods);
    setText('');
    setChoosing(null);
  };
  const tap = (tile: Tile) => {
    const [only, second] = tile.goods;
    if (second) setChoosing(tile);
    else if (only) take(only);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    const coded = byCode(tiles, text);
    const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
    if (coded) take(coded);
    else if (count !== null && count <= MOST_OF_ONE && onCount) {
      onCount(count);
      setText('');
    } else if (shown[0] && text.trim() !== '') tap(shown[0]);
  };

  return (
    <div className={styles.goods}>
      <SearchField label={t('search')} value={text} onChange={setText} onKeyDown={press} autoFocus={hasMouse} />
      {shown.length === 0 && (
        <EmptyState
          icon={<PackageSearch size={28} aria-hidden />}
          title={tiles.length === 0 ? t('nothingSold') : t('noMatches', { text })}
          {...(tiles.length > 0 && { action: <Button onClick={() => setText('')}>{t('clear')}</Button> })}
        >
          {tiles.length === 0 ? t('nothingSoldHint') : undefined}
        </EmptyState>
      )}
      <ul className={styles.tiles} aria-label={t('goods')}>
        {shown.map((tile) => (
          <li key={tile.id}>
            <TileButton tile={tile} asset={asset} count={countOf(tile, quantities)} onTap={() => tap(tile)} />
          </li>
        ))}
      </ul>
      <Dialog open={choosing !== null} onClose={() => setChoosing(null)} title={choosing?.name ?? ''}>
        <ul className={styles.variants}>
          {choosing?.goods.map((goods) => (
            <li key={goods.id}>
              <button type="button" className={styles.variant} onClick={() => take(goods)}>
                <span>{goods.name}</span>
                <Price goods={goods} asset={asset} />
              </button>
            </li>
          ))}
        </ul>
      </Dialog>
    </div>
  );
}

const countOf = ({ goods }: Tile, quantities: ReadonlyMap<string, number>): number =>
  goods.reduce((sum, { id }) => sum + (quantities.get(id) ?? 0), 0);

interface TileButtonProps {
  readonly tile: Tile;
  readonly asset: Asset;
  readonly count: number;
  readonly onTap: () => void;
}

function TileButton({ tile, asset, count, onTap }: TileButtonProps) {
  const t = useTranslations('desk.slip');
  const [first, second] = tile.goods;
  return (
    <button type="button" className={styles.tile} data-color={tile.color ?? undefined} onClick={onTap}>
      <span className={styles.tileName}>{tile.name}</span>
      <span className={styles.tileFoot}>
        {second ? (
          <span>{t('choices', { count: tile.goods.length })}</span>
        ) : (
          first && <Price goods={first} asset={asset} />
        )}
        {count > 0 && <span className={styles.count}>{t('onSlip', { count })}</span>}
      </span>
    </button>
  );
}

function Price({ goods: { price }, asset }: { goods: Goods; asset: Asset }) {
  const t = useTranslations('desk.slip');
  return price === null ? <span>{t('askPrice')}</span> : <Money minor={price} asset={asset} size="small" />;
}
