import type { Actor } from '@throughcare/db/actor'
import { closedCategories } from '@throughcare/domain/access/categories-of-area'
import type { ContinuityLengthsInput } from '@throughcare/domain/continuity/continuity-input'
import { CATEGORY_OF_INDICATOR, lengthIndicatorsOf } from '@throughcare/domain/continuity/indicator-categories'
import type { FigureSelection } from '@throughcare/domain/continuity/select-figure'
import { SMALLEST_COUNT } from '@throughcare/domain/continuity/small-counts'
import {
  type MonthLengths,
  TOLD_STEPS,
  tellLengths,
  tellMonthLengths,
} from '@throughcare/domain/continuity/tell-lengths'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'
import { type ContinuityPage, countedLengths, type LengthFigure } from './get-report.ts'
import { selectionOf } from './measure-releases.ts'
import { readFigures } from './read-figures.ts'

export type LengthsPage = Pick<ContinuityPage, 'scope' | 'months' | 'countedAt' | 'readFrom'> & {
  selection: FigureSelection
  /** Over the whole period, whichever months are looked at. */
  whole: LengthFigure
  /** Every month, whichever are looked at: the limits of their chart are of them all. */
  byMonth: MonthLengths[]
}

/**
 * A figure that is a length of time in the actor's own scope, month by month (rules FIG-7, FIG-9, FIG-14 and FIG-17).
 *
 * @throws AppError `not-allowed` when its category is closed to the actor's kind of service or to his role
 */
export async function getLengths(actor: Actor, { indicator, from, to }: ContinuityLengthsInput): Promise<LengthsPage> {
  const closed = closedCategories(actor as Parameters<typeof closedCategories>[0])
  const kind = actor.serviceKind as ServiceKind
  if (!lengthIndicatorsOf(kind).includes(indicator) || closed.includes(CATEGORY_OF_INDICATOR[indicator]))
    throw new AppError('not-allowed')
  const asked = { measures: [indicator], breakdowns: ['all'], from: null, to: null, byMonth: true }
  // Whom the reader can open one by one, he can take away.
  const extra = kind === 'region' ? [asked] : [asked, { ...asked, isOwn: true }]
  const { totals, scope, months, countedUntil, readFrom } = await readFigures(
    actor,
    'continuity.lengths',
    SMALLEST_COUNT,
    extra,
  )
  const inMonth = Map.groupBy(totals, ({ month }) => month)
  return {
    scope,
    months,
    selection: selectionOf({ months }, { from, to, prisonId: null }),
    whole: { indicator, ...tellLengths(countedLengths(totals, indicator), TOLD_STEPS[indicator]) },
    byMonth: tellMonthLengths(
      months.map((month) => ({ month, ...countedLengths(inMonth.get(month) ?? [], indicator) })),
      TOLD_STEPS[indicator],
    ),
    countedAt: countedUntil.toISOString(),
    readFrom,
  }
}
