import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { minorUnits } from '../../money/asset.ts';
import { formatAmount } from '../../money/format.ts';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { useWidth } from '../useWidth.ts';
import styles from './FlowGraph.module.css';
import { accountName, type Flow } from './queries.ts';

const ROW_PX = 68;
const BOX_PX = 48;
const THICKEST_PX = 12;

/** Where the money went: from the accounts on the left to those on the right. The same stands below as a table. */
export function FlowGraph({ flow }: { flow: readonly Flow[] }) {
  const t = useTranslations('operations.transaction');
  const locale = LOCALES[useLanguage()];
  const assets = useQuery(assetsQuery).data;
  const [frame, width] = useWidth();
  const amountOf = ({ asset_code: code, amount }: Flow) => {
    const asset = assets?.get(code);
    return asset ? formatAmount(minorUnits(amount), asset, locale) : '…';
  };
  const from = placed(flow.map((one) => accountName(one.from)));
  const to = placed(flow.map((one) => accountName(one.to)));
  const height = Math.max(from.size, to.size, flow.length) * ROW_PX;
  const box = Math.min(240, width * 0.34);
  const yOf = (places: ReadonlyMap<string, number>, name: string) =>
    ((places.get(name) ?? 0) + 0.5) * (height / places.size);
  const most = flow.reduce((most, one) => (minorUnits(one.amount) > most ? minorUnits(one.amount) : most), 1n);

  return (
    <figure className={styles.figure}>
      <div ref={frame}>
        {width > 0 && (
          <svg width={width} height={height} aria-hidden>
            {flow.map((one, index) => {
              const start = yOf(from, accountName(one.from));
              const end = yOf(to, accountName(one.to));
              const half = width / 2;
              const thickness = Math.max(2, Number((minorUnits(one.amount) * BigInt(THICKEST_PX)) / most));
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: flows never move.
                <g key={index}>
                  <path
                    className={styles.edge}
                    d={`M${box} ${start}C${half} ${start} ${half} ${end} ${width - box} ${end}`}
                    strokeWidth={thickness}
                  />
                  <text
                    className={styles.amount}
                    x={half}
                    y={(start + end) / 2 - thickness / 2 - 6}
                    textAnchor="middle"
                  >
                    {amountOf(one)}
                  </text>
                </g>
              );
            })}
            <Boxes places={from} x={0} width={box} yOf={(name) => yOf(from, name)} />
            <Boxes places={to} x={width - box} width={box} yOf={(name) => yOf(to, name)} />
          </svg>
        )}
      </div>
      <details className={styles.twin}>
        <summary>{t('flowTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('to')}</th>
              <th scope="col">{t('amount')}</th>
            </tr>
          </thead>
          <tbody>
            {flow.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: flows never move.
              <tr key={index}>
                <td>{accountName(one.from)}</td>
                <td>{accountName(one.to)}</td>
                <td>{amountOf(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The accounts of one side, each once, in their order. */
const placed = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(names)].map((name, place) => [name, place]));

interface BoxesProps {
  readonly places: ReadonlyMap<string, number>;
  readonly x: number;
  readonly width: number;
  readonly yOf: (name: string) => number;
}

function Boxes({ places, x, width, yOf }: BoxesProps) {
  return [...places.keys()].map((name) => (
    <foreignObject key={name} x={x} y={yOf(name) - BOX_PX / 2} width={width} height={BOX_PX}>
      <div className={styles.box} title={name}>
        <span>{name}</span>
      </div>
    </foreignObject>
  ));
}
