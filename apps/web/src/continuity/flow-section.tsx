import type { CountOutcome } from '@throughcare/domain/continuity/count-codes'
import type { FlowStepRow } from '@throughcare/domain/continuity/flow/flow-report'
import { type FlowStep, flowMeasure } from '@throughcare/domain/continuity/flow/flow-steps'
import type { ShownCount } from '@throughcare/domain/continuity/small-counts'
import { Link } from '@throughcare/ui/link'
import { RateBars } from '@throughcare/ui/rate-bars'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { type GroupChoice, groupQuery, LOST } from './continuity-address.ts'
import { getFigureWords } from './get-figure-words.ts'

type Props = {
  readonly title: string
  /** Where a count opens its cases: of everybody, or of one group. Left out: to nobody. */
  readonly open?: GroupChoice | undefined
  /** A group tells how many came so far; everybody also what became of the others. */
  readonly steps: readonly (Pick<FlowStepRow, 'step' | 'met' | 'counted' | 'rate'> & Partial<FlowStepRow>)[]
}

type Column = 'step' | 'met' | 'counted' | 'rate' | 'lost' | 'notMet' | 'unknown' | 'leftOut'

/** How many came so far at each step: as bars, and as a table in which every bar is a row. */
export async function FlowSection({ title, steps, open }: Props) {
  const [t, words] = await Promise.all([getTranslations('flow'), getFigureWords()])
  const isWhole = steps.some(({ lost }) => lost !== undefined)
  const count = (shown: ShownCount | null | undefined) =>
    shown === null || shown === undefined ? '–' : words.count(shown)
  const opened = (step: FlowStep, counted: CountOutcome | typeof LOST, shown: ShownCount | null | undefined) =>
    open && typeof shown === 'number' && shown > 0 ? (
      <Link href={paths.continuityCases(flowMeasure(step), { counted, ...groupQuery(open) })}>{count(shown)}</Link>
    ) : (
      count(shown)
    )
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
            met: opened(each.step, 'met', each.met),
            counted: words.count(each.counted),
            rate: rateOf(each),
            lost: opened(each.step, LOST, each.lost),
            notMet: opened(each.step, 'not-met', each.notMet),
            unknown: opened(each.step, 'unknown', each.unknown),
            leftOut: opened(each.step, 'left-out', each.leftOut),
          },
        })),
      }}
    />
  )
}
