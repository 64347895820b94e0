import type { FigureRow } from '@throughcare/domain/continuity/continuity-report'
import type { Month } from '@throughcare/domain/continuity/report-window'
import type { LeavingFigure, LeavingFigures } from '@throughcare/domain/figure-export/leaving-figures'
import { getTranslations } from 'next-intl/server'
import styles from '../audit/copy.module.css'
import { getFigureWords } from '../continuity/get-figure-words.ts'

type Collected = Extract<LeavingFigure, { state: 'collected' }>

/** Every figure of a month beside the whole period. */
export async function SummaryTable({ content, month }: { readonly content: LeavingFigures; readonly month: Month }) {
  const [t, continuity, words] = await Promise.all([
    getTranslations('figure-export.report'),
    getTranslations('continuity'),
    getFigureWords(),
  ])
  const [from = month] = content.months
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
              <td>{row ? words.rate(row) : t('none')}</td>
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

/** One figure by month and by prison. */
export async function FigureTables({ figure }: { readonly figure: Collected }) {
  const [t, continuity, words] = await Promise.all([
    getTranslations('figure-export.report'),
    getTranslations('continuity'),
    getFigureWords(),
  ])
  const title = continuity(`indicator.${figure.indicator}`)
  const table = (caption: string, header: string, rows: readonly { key: string; label: string; row: FigureRow }[]) => (
    <table className={styles.list}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{header}</th>
          <th scope="col">{t('rate')}</th>
          <th scope="col">{t('interval')}</th>
          <th scope="col">{t('met')}</th>
          <th scope="col">{t('not-met')}</th>
          <th scope="col">{t('unknown')}</th>
          <th scope="col">{t('counted')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, row }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{words.rate(row)}</td>
            <td>{words.interval(row) ?? t('none')}</td>
            <td>{words.count(row.met)}</td>
            <td>{words.count(row.notMet)}</td>
            <td>{words.count(row.unknown)}</td>
            <td>{words.count(row.counted)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  return (
    <section>
      <h2>{title}</h2>
      <p>{continuity(`definition.${figure.indicator}`)}</p>
      {table(
        t('by-month', { figure: title }),
        t('month-header'),
        figure.byMonth.map((row) => ({ key: row.month, label: words.month(row.month), row })),
      )}
      {figure.byPrison.length > 1 &&
        table(
          t('by-prison', { figure: title }),
          t('prison-header'),
          figure.byPrison.map((row) => ({ key: row.prison, label: row.prison, row })),
        )}
    </section>
  )
}
