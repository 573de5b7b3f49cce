import { Minus, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Asset } from '../../money/asset.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Money } from '../../ui/Money.tsx';
import { type Draft, type DraftLine, lineTotal, remove, setPrice, setQuantity } from './draft.ts';
import styles from './NewSlip.module.css';

interface LinesProps {
  readonly draft: Draft;
  readonly asset: Asset;
  /** What is being typed for the current line. */
  readonly digits: string;
  readonly onChange: (next: Draft) => void;
}

/** What is on the slip so far, and what is added to it or taken off as a whole. */
export function Lines({ draft, asset, digits, onChange }: LinesProps) {
  const t = useTranslations('desk.slip');
  return (
    <section className={styles.lines} aria-label={t('lines')}>
      {draft.lines.length === 0 && <p className={styles.none}>{t('noLines')}</p>}
      <ul>
        {draft.lines.map((line) => (
          <Line
            key={line.id}
            {...{ line, asset }}
            typed={line.id === draft.current ? digits : ''}
            onQuantity={(quantity) => onChange(setQuantity(draft, line.id, quantity))}
            onPrice={(price) => onChange(setPrice(draft, line.id, price))}
            onRemove={() => onChange(remove(draft, line.id))}
          />
        ))}
      </ul>
      {draft.lines.length > 0 && (
        <div className={styles.extras}>
          <Extra
            label={t('discount')}
            add={t('addDiscount')}
            value={draft.discount}
            asset={asset}
            onChange={(discount) => onChange({ ...draft, discount })}
          />
          <Extra
            label={t('tax')}
            add={t('addTax')}
            value={draft.tax}
            asset={asset}
            onChange={(tax) => onChange({ ...draft, tax })}
          />
        </div>
      )}
    </section>
  );
}

interface LineProps {
  readonly line: DraftLine;
  readonly asset: Asset;
  readonly typed: string;
  readonly onQuantity: (quantity: number) => void;
  readonly onPrice: (price: bigint | null) => void;
  readonly onRemove: () => void;
}

function Line({ line, asset, typed, onQuantity, onPrice, onRemove }: LineProps) {
  const t = useTranslations('desk.slip');
  const { name, quantity, price, listed } = line;
  const [pricing, setPricing] = useState(listed === null);
  return (
    <li className={styles.line}>
      <span className={styles.lineName}>{name}</span>
      <IconButton label={t('remove', { name })} icon={<X size={18} aria-hidden />} onClick={onRemove} />
      <span className={styles.stepper}>
        <IconButton
          label={t('fewer', { name })}
          icon={<Minus size={18} aria-hidden />}
          onClick={() => onQuantity(quantity - 1)}
        />
        <output className={styles.quantity} data-typed={typed !== '' || undefined} aria-label={t('quantity', { name })}>
          {typed === '' ? quantity : typed}
        </output>
        <IconButton
          label={t('more', { name })}
          icon={<Plus size={18} aria-hidden />}
          onClick={() => onQuantity(quantity + 1)}
        />
      </span>
      {pricing ? (
        <span className={styles.price}>
          <AmountField
            label={t('price', { name })}
            labelHidden
            asset={asset}
            value={price}
            onChange={onPrice}
            autoFocus
          />
        </span>
      ) : (
        <button
          type="button"
          className={styles.priceButton}
          title={t('changePrice', { name })}
          onClick={() => setPricing(true)}
        >
          × <Money minor={price ?? 0n} asset={asset} size="small" currencyHidden />
          <span className="visually-hidden"> {t('changePrice', { name })}</span>
        </button>
      )}
      <span className={styles.lineTotal}>
        <Money minor={lineTotal(line)} asset={asset} />
      </span>
    </li>
  );
}

interface ExtraProps {
  readonly label: string;
  readonly add: string;
  readonly value: bigint;
  readonly asset: Asset;
  readonly onChange: (value: bigint) => void;
}

/** An amount that most slips do not have: a field once somebody wants it. */
function Extra({ label, add, value, asset, onChange }: ExtraProps) {
  const [wanted, setWanted] = useState(value !== 0n);
  if (!wanted) {
    return (
      <Button size="small" tone="quiet" onClick={() => setWanted(true)}>
        {add}
      </Button>
    );
  }
  return (
    <AmountField
      label={label}
      asset={asset}
      value={value === 0n ? null : value}
      onChange={(next) => onChange(next ?? 0n)}
      autoFocus={value === 0n}
    />
  );
}
