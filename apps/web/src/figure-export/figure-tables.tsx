import type { FigureRow } from '@throughcare/domain/continuity/continuity-report'
import type { Indicator } from '@throughcare/domain/continuity/indicators'
import type { Month } from '@throughcare/domain/continuity/report-window'
import {
  isMonthOfFigureOver,
  type LeavingFigure,
  type LeavingFigures,
} from '@throughcare/domain/figure-export/leaving-figures'
import { getTranslations } from 'next-intl/server'
import styles from '../audit/copy.module.css'
import { getFigureWords } from '../continuity/get-figure-words.ts'
import { PrintTable } from './print-table.tsx'

type Collected = Extract<LeavingFigure, { state: 'collected' }>

/** Every figure of a month beside the whole period. */
export async function SummaryTable({ content, month }: { readonly content: LeavingFigures; readonly month: Month }) {
  const [t, continuity, process, words] = await Promise.all([
    getTranslations('figure-export.report'),
    getTranslations('continuity'),
    getTranslations('process-chart'),
    getFigureWords(),
  ])
  const [from = month] = content.months
  const inMonth = (indicator: Indicator, rate: string) =>
    isMonthOfFigureOver(indicator, month, content.countedAt)
      ? rate
      : t('month-not-over', { month: rate, state: process('sign.not-over') })
  return (
    <table className={styles.list}>
      <caption>{t('summary')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('figure')}</th>
          <th scope="col">{t('month', { month: words.month(month) })}</th>
          <th scope="col">{t('whole', { from: words.month(from), to: words.month(month) })}</th>
          <th scope="col">{t('interval')}</th>
          <th scope="col">{t('counted')}</th>
          <th scope="col">{t('unknown')}</th>
        </tr>
      </thead>
      <tbody>
        {content.figures.map((figure) => {
          const name = <th scope="row">{continuity(`indicator.${figure.indicator}`)}</th>
          if (figure.state !== 'collected')
            return (
              <tr key={figure.indicator}>
                {name}
                <td colSpan={5}>{t(figure.state === 'no-cases' ? 'no-cases' : 'not-collected')}</td>
              </tr>
            )
          const row = figure.byMonth.find((each) => each.month === month)
          return (
            <tr key={figure.indicator}>
              {name}
              <td>{row ? inMonth(figure.indicator, words.rate(row)) : t('none')}</td>
              <td>{words.rate(figure.overall)}</td>
              <td>{words.interval(figure.overall) ?? t('none')}</td>
              <td>{words.count(figure.overall.counted)}</td>
              <td>{words.count(figure.overall.unknown)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** One figure: what its months say, by month, by prison, and how each was counted. */
export async function FigureTables({ figure, countedAt }: { readonly figure: Collected; readonly countedAt: string }) {
  const [t, continuity, process, words] = await Promise.all([
    getTranslations('figure-export.report'),
    getTranslations('continuity'),
    getTranslations('process-chart'),
    getFigureWords(),
  ])
  const { indicator, reading, details } = figure
  const title = continuity(`indicator.${indicator}`)
  const table = (caption: string, header: string, rows: readonly { key: string; label: string; row: FigureRow }[]) => (
    <PrintTable
      caption={caption}
      headers={[header, t('rate'), t('interval'), t('met'), t('not-met'), t('unknown'), t('counted')]}
      rows={rows.map(({ key, label, row }) => ({
        key,
        cells: [
          label,
          words.rate(row),
          words.interval(row) ?? t('none'),
          words.count(row.met),
          words.count(row.notMet),
          words.count(row.unknown),
          words.count(row.counted),
        ],
      }))}
    />
  )
  const monthOf = (month: Month) =>
    isMonthOfFigureOver(indicator, month, countedAt)
      ? words.month(month)
      : t('month-not-over', { month: words.month(month), state: process('sign.not-over') })
  return (
    <section>
      <h2>{title}</h2>
      <p>{continuity(`definition.${indicator}`)}</p>
      {reading && reading.variation !== 'unknown' && (
        <p>
          {process(`variation.${reading.variation}`)}.{' '}
          {process(`assurance.${reading.assurance}`, {
            target: reading.target === null ? '' : words.percent(reading.target),
          })}
          .{reading.isTrial && ` ${process('trial')}.`}
        </p>
      )}
      {table(
        t('by-month', { figure: title }),
        t('month-header'),
        figure.byMonth.map((row) => ({ key: row.month, label: monthOf(row.month), row })),
      )}
      {figure.byPrison.length > 1 &&
        table(
          t('by-prison', { figure: title }),
          t('prison-header'),
          figure.byPrison.map((row) => ({ key: row.prison, label: row.prison, row })),
        )}
      {details.length > 0 && (
        <PrintTable
          caption={continuity('ways.heading')}
          headers={[continuity('ways.why'), continuity('ways.way'), continuity('ways.count')]}
          rows={details.map(({ outcome, detail, count }) => ({
            key: `${outcome} ${detail}`,
            cells: [continuity(`detail.${indicator}.${detail}`), continuity(`outcome.${outcome}`), words.count(count)],
          }))}
        />
      )}
    </section>
  )
}
