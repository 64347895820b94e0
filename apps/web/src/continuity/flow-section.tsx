import type { FlowStepRow } from '@throughcare/domain/continuity/flow/flow-report'
import type { ShownCount } from '@throughcare/domain/continuity/small-counts'
import { RateBars } from '@throughcare/ui/rate-bars'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from './get-figure-words.ts'

type Props = {
  readonly title: string
  /** A group tells how many came so far; everybody also what became of the others. */
  readonly steps: readonly (Pick<FlowStepRow, 'step' | 'met' | 'counted' | 'rate'> & Partial<FlowStepRow>)[]
}

type Column = 'step' | 'met' | 'counted' | 'rate' | 'lost' | 'notMet' | 'unknown' | 'leftOut'

/** How many came so far at each step: as bars, and as a table in which every bar is a row. */
export async function FlowSection({ title, steps }: Props) {
  const [t, words] = await Promise.all([getTranslations('flow'), getFigureWords()])
  const isWhole = steps.some(({ lost }) => lost !== undefined)
  const count = (shown: ShownCount | null | undefined) =>
    shown === null || shown === undefined ? '–' : words.count(shown)
  const rateOf = ({ met, counted, rate }: Props['steps'][number]) =>
    words.rate({ met, counted, rate, notMet: 0, unknown: 0 })
  const beside: readonly Column[] = isWhole ? ['lost', 'notMet', 'unknown', 'leftOut'] : []
  return (
    <RateBars
      title={title}
      summary={t('bars')}
      tableText={t('table')}
      bars={steps.map((each) => ({
        key: each.step,
        label: t(`step.${each.step}`),
        rate: each.rate.kind === 'rate' ? each.rate.share : null,
        text:
          each.rate.kind === 'rate'
            ? t('of', { rate: words.percent(each.rate.share), met: each.rate.met, all: each.rate.denominator })
            : rateOf(each),
      }))}
      table={{
        caption: title,
        hideCaption: true,
        columns: [
          { key: 'step', header: t('column.step'), isRowHeader: true },
          { key: 'met', header: t('column.met'), align: 'end' },
          { key: 'counted', header: t('column.counted'), align: 'end' },
          { key: 'rate', header: t('column.rate'), align: 'end' },
          ...beside.map((key) => ({ key, header: t(`column.${key}`), align: 'end' as const })),
        ],
        rows: steps.map((each) => ({
          key: each.step,
          cells: {
            step: t(`step.${each.step}`),
            met: words.count(each.met),
            counted: words.count(each.counted),
            rate: rateOf(each),
            lost: count(each.lost),
            notMet: count(each.notMet),
            unknown: count(each.unknown),
            leftOut: count(each.leftOut),
          },
        })),
      }}
    />
  )
}
