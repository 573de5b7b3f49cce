import { useTranslations } from 'use-intl';
import { type Asset, minorUnits } from '../../money/asset.ts';
import { Money } from '../../ui/Money.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import styles from './Paper.module.css';
import { Line, Paper, Part } from './Paper.tsx';
import { Qr } from './Qr.tsx';
import { balancesAfter, type Receipt } from './receipts.ts';
import type { Width } from './widths.ts';

/** An original is printed once, where it was made; a provisional one stands for what the service has not recorded yet. */
export type Mark = 'original' | 'copy' | 'provisional';

export interface ReceiptPaperProps {
  readonly receipt: Receipt;
  readonly mark: Mark;
  readonly width: Width;
  /** As the customer is called, where this screen knows it. */
  readonly customerName?: string | undefined;
  /** What a provisional one is found by. */
  readonly deviceReference?: string | undefined;
  /** Where everybody who has the paper can look at it and have it checked. */
  readonly link?: string | null | undefined;
}

/** One transaction as its customer keeps it. */
export function ReceiptPaper(props: ReceiptPaperProps) {
  const { receipt, mark, width, link } = props;
  const t = useTranslations('papers');
  return (
    <Paper width={width} label={t('receipt')}>
      <Head {...props} />
      {receipt.slip && <SlipLines slip={receipt.slip} asset={assetOf(receipt)} />}
      <Payment receipt={receipt} />
      <Movements receipt={receipt} />
      <footer className={styles.foot}>
        {mark === 'provisional' ? <span>{t('provisionalHint')}</span> : <span>{receipt.transaction_id}</span>}
        {link && (
          <>
            <Qr text={link} label={t('verifyCode')} />
            <span>{t('verifyHint')}</span>
          </>
        )}
      </footer>
    </Paper>
  );
}

const assetOf = ({ asset_code, decimal_places }: Receipt): Asset => ({
  code: asset_code ?? '',
  decimals: decimal_places,
});

function Head({ receipt, mark, customerName, deviceReference }: ReceiptPaperProps) {
  const t = useTranslations('papers');
  const { store_id, status, slip, reference_id, customer_id, occurred_at } = receipt;
  return (
    <>
      <header className={styles.head}>
        {store_id !== null && <span className={styles.store}>{store_id}</span>}
        <h2 className={styles.title}>{t('receipt')}</h2>
        {mark !== 'original' && <span className={styles.mark}>{t(`mark.${mark}`)}</span>}
        {status !== 'POSTED' && <span className={styles.note}>{t(`status.${status}`)}</span>}
      </header>
      <Part>
        {deviceReference !== undefined && <Line name={t('deviceReference')}>{deviceReference}</Line>}
        {slip && slip.slip_number !== '' && <Line name={t('slip')}>{slip.slip_number}</Line>}
        {reference_id !== null && <Line name={t('reference')}>{reference_id}</Line>}
        <Line name={t('time')}>
          <TimeAgo at={occurred_at} as="full" />
        </Line>
        {customer_id !== null && <Line name={t('customer')}>{customerName ?? customer_id}</Line>}
      </Part>
    </>
  );
}

function SlipLines({ slip, asset }: { slip: NonNullable<Receipt['slip']>; asset: Asset }) {
  const t = useTranslations('papers');
  const money = (amount: number | bigint) => (
    <Money minor={minorUnits(amount)} asset={asset} currencyHidden decimals="all" />
  );
  return (
    <Part title={t('items')}>
      {slip.lines.map(({ item_id, description, quantity, unit_price, total }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a receipt never change.
        <Line key={`${item_id} ${at}`} name={<LineName {...{ description, quantity }} price={money(unit_price)} />}>
          {money(total)}
        </Line>
      ))}
      {(slip.tax > 0 || slip.discount > 0) && <Line name={t('subtotal')}>{money(slip.subtotal)}</Line>}
      {slip.discount > 0 && <Line name={t('discount')}>{money(-slip.discount)}</Line>}
      {slip.tax > 0 && <Line name={t('tax')}>{money(slip.tax)}</Line>}
      <Line name={t('total')} strong>
        <Money minor={minorUnits(slip.total)} asset={asset} decimals="all" />
      </Line>
    </Part>
  );
}

function LineName({ description, quantity, price }: { description: string; quantity: number; price: React.ReactNode }) {
  return (
    <>
      {description}{' '}
      <span className={styles.detail}>
        {quantity} × {price}
      </span>
    </>
  );
}

function Payment({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('papers');
  const asset = assetOf(receipt);
  const { tenders, allocations } = receipt;
  const total = tenders.reduce((sum, { amount }) => sum + minorUnits(amount), 0n);
  return (
    <>
      {tenders.length > 0 && (
        <Part title={t('paidWith')}>
          {tenders.map(({ method, amount, reference }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the tenders of a receipt never change.
            <Line key={at} name={<TenderName method={method} reference={reference} />}>
              <Money minor={minorUnits(amount)} asset={asset} currencyHidden decimals="all" />
            </Line>
          ))}
          <Line name={t('paid')} strong>
            <Money minor={total} asset={asset} decimals="all" />
          </Line>
        </Part>
      )}
      {allocations.length > 0 && (
        <Part title={t('paidFor')}>
          {allocations.map(({ type, amount, slip_id, remaining }) => (
            <div key={`${type} ${slip_id}`}>
              <Line name={t(`allocation.${type}`)}>
                <Money minor={minorUnits(amount)} asset={asset} currencyHidden decimals="all" />
              </Line>
              {remaining !== null && remaining > 0 && (
                <Line name={<span className={styles.detail}>{t('remaining')}</span>}>
                  <Money minor={minorUnits(remaining)} asset={asset} currencyHidden decimals="all" />
                </Line>
              )}
            </div>
          ))}
        </Part>
      )}
    </>
  );
}

const METHODS = ['CASH', 'CARD', 'MOBILE', 'BANK_TRANSFER'] as const;

function TenderName({ method, reference }: { method: string; reference: string | null }) {
  const t = useTranslations('papers.method');
  const known = METHODS.find((one) => one === method);
  return (
    <>
      {known ? t(known) : method}
      {reference !== null && ' '}
      {reference !== null && <span className={styles.detail}>{reference}</span>}
    </>
  );
}

/** What it did to the customer's accounts, where that is not told by the slip or the payment above; and how they stand. */
function Movements({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('papers');
  const type = useTranslations('desk.timeline.type');
  const isTold = receipt.slip !== undefined || receipt.tenders.length > 0;
  const after = balancesAfter(receipt);
  return (
    <>
      {!isTold && receipt.movements.length > 0 && (
        <Part title={t('movements')}>
          {receipt.movements.map((movement, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the movements of a receipt never change.
            <Line key={at} name={`${type(movement.type)} (${t(accountKey(movement.account))})`}>
              <Money
                minor={signed(movement)}
                asset={{ code: movement.asset_code, decimals: movement.decimal_places }}
                signs="always"
              />
            </Line>
          ))}
        </Part>
      )}
      {after.length > 0 && (
        <Part title={t('balancesAfter')}>
          {after.map(({ account, asset, minor }) => (
            <Line key={`${account} ${asset.code}`} name={t(accountKey(account))}>
              <Money minor={minor} asset={asset} />
            </Line>
          ))}
        </Part>
      )}
    </>
  );
}

const accountKey = (account: string) =>
  account === 'receivable' ? 'account.receivable' : account === 'wallet' ? 'account.wallet' : 'account.other';

/** More in the wallet, and more that is owed, are both a plus on their line. */
function signed({ account, direction, amount }: Receipt['movements'][number]): bigint {
  const isMore = (direction === 'CREDIT') === (account !== 'receivable');
  return isMore ? minorUnits(amount) : -minorUnits(amount);
}
