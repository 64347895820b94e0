import type { ShownCurve, ShownPoint } from '@throughcare/domain/continuity/curve/show-curves'
import { CurveChart, DRAWN_CURVES } from '@throughcare/ui/curve-chart'
import type { TableProps } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { getCurveWords, TOLD_IN_HOURS } from './get-curve-words.ts'
import { getFigureWords } from './get-figure-words.ts'

/** By the hour up to three days, and then four weeks in less room. */
const SPAN = { from: 0, bend: 72, to: 672 }
const TICKS = [0, 12, 24, 36, 48, 72, 168, 336, 504, 672]

type Column = 'group' | 'time' | 'share' | 'interval' | 'event' | 'left' | 'waiting'
type Props = {
  readonly title: string
  readonly caption: string
  /** Of one its interval is drawn; of several those of the most people are, and the table has a row for each group and moment. */
  readonly curves: readonly { readonly label: string; readonly curve: ShownCurve }[]
}

/** Curves of time as steps and as a table: everything that is drawn is also a number. */
export async function CurveSection({ title, caption, curves }: Props) {
  const [t, words, { after, waiting }] = await Promise.all([
    getTranslations('curve'),
    getFigureWords(),
    getCurveWords(),
  ])
  const isOne = curves.length === 1
  const byPeople = curves.toSorted((one, other) => other.curve.people - one.curve.people)
  const table: TableProps<Column> = {
    caption,
    hideCaption: true,
    columns: [
      ...(isOne ? [] : [{ key: 'group' as const, header: t('column.group'), isRowHeader: true }]),
      { key: 'time', header: t('column.time'), isRowHeader: isOne },
      { key: 'share', header: t('column.share'), align: 'end' },
      { key: 'interval', header: t('column.interval'), align: 'end' },
      { key: 'event', header: t('column.event'), align: 'end' },
      { key: 'left', header: t('column.left'), align: 'end' },
      { key: 'waiting', header: t('column.waiting'), align: 'end' },
    ],
    rows: curves.flatMap(({ label, curve }) =>
      curve.points.map((point) => ({
        key: `${curve.value} ${point.hours}`,
        cells: { group: label, time: after(point.hours), ...cellsOf(point) },
      })),
    ),
  }
  return (
    <CurveChart
      title={title}
      summary={byPeople
        .slice(0, DRAWN_CURVES)
        .map(({ label, curve }) => summaryOf(label, curve))
        .join(' ')}
      tableText={t('table')}
      table={table}
      curves={byPeople.map(({ label, curve }) => ({
        key: curve.value,
        label,
        points: curve.points.map(({ hours, share, interval }) => ({ at: hours, share, interval })),
      }))}
      span={SPAN}
      ticks={TICKS.map((at) => ({
        at,
        text: at <= TOLD_IN_HOURS ? t('tick.hours', { hours: at }) : t('tick.days', { days: at / 24 }),
      }))}
      tickText={words.percent}
      bandText={t('band')}
      bendText={t('bend')}
      moreText={t('drawn', { drawn: DRAWN_CURVES })}
    />
  )

  function cellsOf({ share, interval, competing, atRisk }: ShownPoint) {
    return {
      share: words.percent(share),
      interval: interval ? words.range(interval) : '–',
      event: competing ? words.percent(competing.event) : t('not-told'),
      left: competing ? words.percent(competing.left) : t('not-told'),
      waiting: waiting(atRisk),
    }
  }

  /** When half had it, and how many within the first 48 hours where that moment is told. */
  function summaryOf(group: string, { people, median, points }: ShownCurve): string {
    const at48 = points.find(({ hours }) => hours === 48)
    const said = { people, group, last: after(points.at(-1)?.hours ?? 0) }
    const key = isOne ? 'summary' : 'group-summary'
    const half =
      median === 'not-reached'
        ? t(`${key}.not-reached`, said)
        : median.by === 0
          ? t(`${key}.median-at`, said)
          : t(`${key}.median`, { ...said, after: after(median.after), by: after(median.by) })
    return isOne && at48 ? `${half} ${t('summary.at-48', { share: words.percent(at48.share) })}` : half
  }
}
