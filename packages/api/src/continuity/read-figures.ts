import { createHash } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import {
  type AskedTotals,
  type CountedTotal,
  findTotals,
  findTotalsIn,
} from '@throughcare/db/continuity/totals-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { BREAKDOWNS } from '@throughcare/domain/continuity/breakdowns'
import type { FigureTotal } from '@throughcare/domain/continuity/figure-tables'
import {
  CATEGORY_OF_STEP,
  COUPLE_MEASURE,
  FLOW_STEPS,
  type FlowStep,
  flowMeasure,
  RELEASED_MEASURE,
} from '@throughcare/domain/continuity/flow/flow-steps'
import { CATEGORY_OF_INDICATOR, indicatorsOf } from '@throughcare/domain/continuity/indicator-categories'
import type { Indicator } from '@throughcare/domain/continuity/indicators'
import { type Month, monthsWithRecords, windowMonths } from '@throughcare/domain/continuity/report-window'
import { type FigureScope, type ShownFigures, showFigures } from '@throughcare/domain/continuity/show-figures'
import { SMALLEST_COUNT, type SmallestCount } from '@throughcare/domain/continuity/small-counts'
import type { ReadFrom } from '@throughcare/domain/report-copy/decide-read-from'
import { CATEGORIES_OF_KIND, type ServiceKind } from '@throughcare/domain/service/service-kinds'

/** All figures of the actor's own scope, exact and as they may be shown. */
export type ReadFigures = {
  scope: FigureScope
  /** As far back as the figures go; of them those from the first in which anything was counted. */
  window: Month[]
  months: Month[]
  indicators: readonly Indicator[]
  steps: readonly FlowStep[]
  tellsCouples: boolean
  totals: readonly CountedTotal[]
  shown: ShownFigures
  prisons: { id: string; name: string }[]
  countedUntil: Date
  readFrom: ReadFrom
  now: Date
}

/**
 * Reads every count that any page of figures can show to this actor, and takes the small ones out of all of them together (rule
 * FIG-7). Every page of figures reads here: two that suppress apart tell small counts by subtraction.
 *
 * @param extra asked for in the same query, and not part of what is shown
 */
export async function readFigures(
  actor: Actor,
  action: string,
  smallest: SmallestCount = SMALLEST_COUNT,
  extra: readonly AskedTotals[] = [],
): Promise<ReadFigures> {
  const asked = [...askedBy(actor), ...extra]
  const { serviceId, serviceKind, serviceTimeZone, role, grants } = actor
  const question = JSON.stringify([serviceId, serviceKind, serviceTimeZone, role, grants, smallest, asked])
  const before = answered.get(question)
  const { seal, counted, ...read } = await findTotals(actor, asked, action, before?.seal ?? null)
  const found = counted ?? before?.figures
  if (!found) throw new Error('the totals answered nothing')
  const month = windowOf(read.now, actor).at(-1)
  const isAsBefore = counted === null && before?.month === month
  const figures = isAsBefore && before ? before.figures : figuresOf(actor, { ...found, now: read.now }, smallest)
  keepIn(answered, question, { seal, month, figures })
  return { ...figures, ...read }
}

/** What was last answered to each question, and the seal of what it was worked out from: figures change less often than they are looked at. */
const answered = new Map<
  string,
  { seal: string; month: Month | undefined; figures: Omit<ReadFigures, 'countedUntil' | 'readFrom' | 'now'> }
>()

/** Whose figures: where it is decided what may be told, and by whose calendar. */
export type FigurePlace = Pick<Actor, 'serviceId' | 'serviceName' | 'serviceKind' | 'serviceTimeZone'> &
  Partial<Pick<Actor, 'role'>>

/**
 * The same of months that are over, in a transaction that stands already: for a report that the worker makes.
 *
 * @param until the last month that is counted
 * @param extra asked for in the same query, and not part of what is shown
 */
export async function readFiguresUntil(
  deed: Deed,
  place: FigurePlace,
  smallest: SmallestCount,
  { until, extra }: { until: Month; extra: readonly AskedTotals[] },
): Promise<Omit<ReadFigures, 'readFrom'>> {
  const found = await findTotalsIn(
    deed,
    [...askedBy(place), ...extra].map((each) => ({ ...each, to: until })),
  )
  return { ...found, ...figuresOf(place, found, smallest, until) }
}

function askedBy(place: Pick<FigurePlace, 'serviceKind' | 'role'>): AskedTotals[] {
  const kind = place.serviceKind as ServiceKind
  return askedOf(scopeOf(kind), indicatorsOf(kind), stepsOf(kind), tellsCouples(place))
}

/** Managers of prisons and of regions, as with barriers: nobody among them opens a case by it. */
function tellsCouples({ serviceKind, role }: Pick<FigurePlace, 'serviceKind' | 'role'>): boolean {
  return role === 'manager' && scopeOf(serviceKind as ServiceKind) !== 'service'
}

function scopeOf(kind: ServiceKind): FigureScope {
  return kind === 'prison-health' ? 'prison' : kind === 'region' ? 'region' : 'service'
}

function figuresOf(
  place: FigurePlace,
  found: Pick<ReadFigures, 'totals' | 'prisons' | 'now'>,
  smallest: SmallestCount,
  until: Month | null = null,
) {
  const kind = place.serviceKind as ServiceKind
  const scope = scopeOf(kind)
  const indicators = indicatorsOf(kind)
  const steps = stepsOf(kind)
  // What hangs on a partner is known to some hats alone: figures that all of them see do not move with it.
  const totals = found.totals.filter(
    ({ category, measure }) => category !== 'partner' || CATEGORY_OF_MEASURE.get(measure) === 'partner',
  )
  const measures = new Set<string>([...indicators, ...steps.map(flowMeasure), RELEASED_MEASURE, COUPLE_MEASURE])
  // What a page asks for besides, and the order of an answer, are its own: nothing that is shown may hang on them.
  const shared = totals.filter(({ measure }) => measures.has(measure)).toSorted(byWhatIsCounted)
  const window = windowOf(found.now, place)
  const asked = window.filter((month) => until === null || month <= until)
  const months = monthsWithRecords(asked, new Set(totals.flatMap(({ month }) => month ?? [])))
  const shown = keep(
    {
      scope,
      months,
      indicators,
      steps,
      tellsCouples: tellsCouples(place),
      totals: of(shared, false),
      own: of(shared, true),
    },
    smallest,
  )
  const prisons = scope === 'prison' ? [{ id: place.serviceId, name: place.serviceName }] : found.prisons
  return { scope, window, months, indicators, steps, tellsCouples: tellsCouples(place), shown, totals, prisons }
}

/** The months that figures cover, in the calendar of whoever reads them. */
function windowOf(now: Date, { serviceTimeZone }: Pick<FigurePlace, 'serviceTimeZone'>): Month[] {
  return windowMonths(plainDateIn(now, getZone(serviceTimeZone)))
}

/** The steps of the flow that a service of this kind may be told of. */
function stepsOf(kind: ServiceKind): readonly FlowStep[] {
  const open: readonly string[] = CATEGORIES_OF_KIND[kind]
  return FLOW_STEPS.filter((step) => kind === 'region' || open.includes(CATEGORY_OF_STEP[step]))
}

const CATEGORY_OF_MEASURE: ReadonlyMap<string, string> = new Map(Object.entries(CATEGORY_OF_INDICATOR))

function askedOf(
  scope: FigureScope,
  indicators: readonly Indicator[],
  steps: readonly FlowStep[],
  withCouples: boolean,
): AskedTotals[] {
  const flow = [RELEASED_MEASURE, ...steps.map(flowMeasure)]
  const places = ['prison', 'service'].filter((each) => each !== scope)
  const isOmtOpen = steps.includes('dosed')
  // Which medicine somebody is on is of the same category as doses.
  const breakdowns = BREAKDOWNS.filter((each) => each !== 'medicine' || isOmtOpen)
  const whole = { from: null, to: null, byMonth: false }
  const asked: AskedTotals[] = [
    { ...whole, measures: [...indicators, ...flow], breakdowns: ['all'] },
    { ...whole, measures: [...indicators, RELEASED_MEASURE], breakdowns: ['all'], byMonth: true },
    { ...whole, measures: [...indicators, ...flow], breakdowns: places.filter((each) => each === 'prison') },
    {
      ...whole,
      // In a group, doses and treatment are told by the indicators that count them.
      measures: [...flow, ...indicators.filter((each) => IN_FLOW.includes(each))],
      breakdowns: [...places.filter((each) => each === 'service'), ...breakdowns],
    },
  ]
  // A region opens no case.
  const own = scope === 'region' ? [] : asked.map((each) => ({ ...each, isOwn: true }))
  // Whose a refusal was no manager reads in any case.
  const couples = {
    ...whole,
    measures: [COUPLE_MEASURE],
    breakdowns: ['all', ...places.filter((each) => each === 'prison')],
  }
  return [...asked, ...own, ...(withCouples ? [couples] : [])]
}

const IN_FLOW: readonly Indicator[] = ['dose-within-48-hours', 'treatment-within-21-days']

const placeOf = ({ measure, breakdown, value, month, outcome, detail, category, count }: CountedTotal) =>
  [measure, breakdown, value, month ?? '', outcome, detail, category, count].join('|')

function byWhatIsCounted(left: CountedTotal, right: CountedTotal): number {
  const [one, other] = [placeOf(left), placeOf(right)]
  return one < other ? -1 : Number(one > other)
}

function of(totals: readonly CountedTotal[], isOwn: boolean): FigureTotal[] {
  return totals.filter((each) => each.isOwn === isOwn)
}

/** What was shown last, by what it was worked out from: the pages of one service share it. */
const kept = new Map<string, ShownFigures>()
const MOST_KEPT = 40

function keepIn<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key)
  map.set(key, value)
  const [oldest = key] = map.keys()
  if (map.size > MOST_KEPT) map.delete(oldest)
}

function keep(input: Parameters<typeof showFigures>[0], smallest: SmallestCount): ShownFigures {
  const key = createHash('sha256')
    .update(JSON.stringify([smallest, input]))
    .digest('base64')
  const shown = kept.get(key) ?? showFigures(input, smallest)
  keepIn(kept, key, shown)
  return shown
}
