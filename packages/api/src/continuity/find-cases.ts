import type { Actor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findServiceNames } from '@throughcare/db/circumstance/service-names'
import { findCountedCases } from '@throughcare/db/continuity/counted-cases-repository'
import { findOpenCases, type OpenCase } from '@throughcare/db/continuity/open-case-repository'
import type { Category } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { CASES_PER_PAGE, type ContinuityCasesInput } from '@throughcare/domain/continuity/continuity-input'
import type { CountOutcome } from '@throughcare/domain/continuity/count-codes'
import { countIndicator } from '@throughcare/domain/continuity/count-indicator'
import { type CountedMeasure, isIndicator, measureCategory } from '@throughcare/domain/continuity/counted-measures'
import { ALL_ROW, rowOf } from '@throughcare/domain/continuity/figure-tables'
import { flowOfAll } from '@throughcare/domain/continuity/flow/flow-report'
import { type FlowDetail, flowMeasure } from '@throughcare/domain/continuity/flow/flow-steps'
import { type ShownDetail, shownDetail } from '@throughcare/domain/continuity/indicator-details'
import { type FigureSelection, selectFigure, shownCountOf } from '@throughcare/domain/continuity/select-figure'
import type { ShownCount } from '@throughcare/domain/continuity/small-counts'
import { AppError } from '../app-error.ts'
import { reportOf } from './get-report.ts'
import { measureReleases, openIn, selectionOf } from './measure-releases.ts'
import { type ReadFigures, readFigures } from './read-figures.ts'

/** A case that a figure counted, open to the reader. */
export type CountedCase = OpenCase & {
  releasedOn: PlainDate
  prisonName: string
  /** How it counted. Of a step of the flow: whether the person had come as far as the step before. */
  detail: ShownDetail | FlowDetail
  /** For figures that count handoffs: of which area. Null for those that count releases. */
  area: string | null
}

export type CountedCases = {
  selection: FigureSelection
  /** What the page of figures says, for each way of counting. */
  counts: Record<CountOutcome, ShownCount>
  /** Lost since the step before, of everybody; null where that is not asked: of a figure, of the first step, of one group. */
  lost: ShownCount | null
  /** The prison or service whose releases alone are counted; null where no place was asked for. */
  placeName: string | null
  /** One page of those that are open to the reader's service, latest release first. */
  cases: CountedCase[]
  open: number
  /** Counted, and no longer open. Hidden where the count is. */
  closed: ShownCount
  page: number
  pages: number
}

type Counted = Pick<CountedCase, 'releasedOn' | 'detail' | 'area'> & { episodeId: string; prisonId: string }

/**
 * The cases that one count of one figure counted, or of one step of the flow, over some months, at one prison, or in one group: open ones by
 * name, the others as a number. What is listed here and what is not adds up to the count.
 *
 * @throws AppError `not-allowed` when the measure's category is closed to the actor's kind of service
 */
export async function findCases(actor: Actor, input: ContinuityCasesInput): Promise<CountedCases> {
  const { indicator: measure, outcome, isLost } = input
  const figures = await readFigures(actor, 'continuity.cases')
  if (!isTold(figures, measure)) throw new AppError('not-allowed')
  const isWhole = !isIndicator(measure) || isGroup(input) || input.detail !== null
  const selection = selectionOf(figures, isWhole ? { from: null, to: null, prisonId: null } : input)
  const counts = shownIn(figures, input, selection)
  const lost = lostIn(figures, input)
  const chains = measure === CHAINS && !isGroup(input) ? await chainsOf(actor, input, selection) : null

  return asActor(actor, async (deed) => {
    const counted = chains ?? (await countedIn(deed, figures, input, selection))
    const ids = [...new Set(counted.map(({ episodeId }) => episodeId))]
    const category = measureCategory(measure)
    const open = new Map((await findOpenCases(deed, ids, category)).map((each) => [each.episodeId, each]))
    const rows = counted
      .flatMap(({ episodeId, prisonId, ...how }): CountedCase[] => {
        const found = open.get(episodeId)
        const prisonName = figures.prisons.find(({ id }) => id === prisonId)?.name ?? ''
        return found ? [{ ...found, prisonName, ...how }] : []
      })
      .toSorted(latestFirst)
    const pages = Math.max(1, Math.ceil(rows.length / CASES_PER_PAGE))
    const page = Math.min(input.page, pages)
    const cases = rows.slice((page - 1) * CASES_PER_PAGE, page * CASES_PER_PAGE)
    await recordAudit(deed, {
      action: 'continuity.cases',
      episodeIds: cases.map(({ episodeId }) => episodeId),
      personIds: cases.map(({ personId }) => personId),
      fields: [measure, isLost ? 'lost' : outcome, ...(input.detail === null ? [] : [input.detail])],
    })
    const all = isLost ? (lost ?? 'hidden') : (detailIn(figures, input) ?? counts[outcome])
    const closed = all === 'hidden' ? 'hidden' : Math.max(0, all - rows.length)
    const placeName = await nameOfPlace(deed, figures, input)
    return { selection, counts, lost, placeName, cases, open: rows.length, closed, page, pages }
  })
}

function isTold({ indicators, steps }: ReadFigures, measure: CountedMeasure): boolean {
  return isIndicator(measure) ? indicators.includes(measure) : steps.some((step) => flowMeasure(step) === measure)
}

function isGroup({ breakdown, group }: ContinuityCasesInput): boolean {
  return breakdown !== null && group !== null
}

/** Handoffs are counted chain by chain: which area a row is about, the record itself says. */
const CHAINS = 'acknowledged-before-release'

async function chainsOf(
  actor: Actor,
  { outcome, detail: asked }: ContinuityCasesInput,
  { from, to, prisonId }: FigureSelection,
): Promise<Counted[]> {
  const measured = await measureReleases(actor, 'continuity.cases')
  return openIn(measured, 'release')
    .filter(({ month, prisonId: at }) => from <= month && month <= to && (prisonId === null || at === prisonId))
    .flatMap(({ episodeId, prisonId: at, releasedOn, facts }) =>
      countIndicator(CHAINS, facts, measured.now).flatMap((count, index): Counted[] => {
        const area = facts.handoffs[index]?.area ?? null
        const detail = shownDetail(count.detail)
        if (episodeId === null || count.outcome !== outcome || area === 'partner') return []
        return asked === null || asked === detail ? [{ episodeId, prisonId: at, releasedOn, detail, area }] : []
      }),
    )
}

async function countedIn(
  deed: Deed<Actor>,
  { scope }: ReadFigures,
  { indicator: measure, outcome, isLost, breakdown, group, detail: asked }: ContinuityCasesInput,
  { from, to, prisonId }: FigureSelection,
): Promise<Counted[]> {
  const [by, value] =
    breakdown !== null && group !== null
      ? [breakdown, group]
      : prisonId !== null && scope !== 'prison'
        ? ['prison', prisonId]
        : ['all', 'all']
  if (scope === 'prison' && prisonId !== null && prisonId !== deed.actor.serviceId) return []
  const category: Category = measureCategory(measure)
  const rows = await findCountedCases(deed, {
    measure,
    outcomes: isLost ? LOST_AS : [outcome],
    details: isLost ? ['after-step'] : null,
    from,
    to,
    breakdown: by,
    value,
  })
  return rows
    .filter((row) => row.category !== 'partner' || category === 'partner')
    .map(({ detail, category: _of, outcome: _how, ...row }) => ({
      ...row,
      detail: isIndicator(measure) ? shownDetail(detail as never) : (detail as FlowDetail),
      area: null,
    }))
    .filter(({ detail }) => asked === null || asked === detail)
}

/** The counts as every page of figures shows them. */
function shownIn(
  figures: ReadFigures,
  { indicator: measure, breakdown, group }: ContinuityCasesInput,
  selection: FigureSelection,
): Record<CountOutcome, ShownCount> {
  const row = breakdown !== null && group !== null ? rowOf({ breakdown, value: group, month: null }) : null
  if (isIndicator(measure) && row === null) {
    const report = reportOf(figures, measure)
    const selected = report.state === 'collected' ? selectFigure(report, selection) : null
    const shown = (outcome: CountOutcome): ShownCount => (selected ? shownCountOf(selected, outcome) : 'hidden')
    return { met: shown('met'), 'not-met': shown('not-met'), unknown: shown('unknown'), 'left-out': shown('left-out') }
  }
  const shown = (outcome: CountOutcome): ShownCount => figures.shown.count(row ?? ALL_ROW, measure, outcome)
  return { met: shown('met'), 'not-met': shown('not-met'), unknown: shown('unknown'), 'left-out': shown('left-out') }
}

/** Of one way of counting, over the whole period; null where that is not asked. */
function detailIn(
  figures: ReadFigures,
  { indicator, outcome, detail: asked }: ContinuityCasesInput,
): ShownCount | null {
  if (asked === null || !isIndicator(indicator)) return null
  const report = reportOf(figures, indicator)
  const details = report.state === 'collected' ? report.details : []
  return details.find((each) => each.outcome === outcome && each.detail === asked)?.count ?? 'hidden'
}

/** How those who were lost count at the step that they did not reach. */
const LOST_AS = ['not-met', 'unknown'] as const satisfies readonly CountOutcome[]

function lostIn({ shown, steps }: ReadFigures, input: ContinuityCasesInput): ShownCount | null {
  if (isGroup(input)) return null
  return flowOfAll(shown, steps).find(({ step }) => flowMeasure(step) === input.indicator)?.lost ?? null
}

async function nameOfPlace(
  deed: Deed<Actor>,
  { prisons }: ReadFigures,
  { breakdown, group }: ContinuityCasesInput,
): Promise<string | null> {
  if (group === null) return null
  if (breakdown === 'prison') return prisons.find(({ id }) => id === group)?.name ?? null
  return breakdown === 'service' ? ((await findServiceNames(deed, [group])).get(group) ?? null) : null
}

function latestFirst(left: CountedCase, right: CountedCase): number {
  if (left.releasedOn !== right.releasedOn) return left.releasedOn < right.releasedOn ? 1 : -1
  const [one, other] = [
    `${left.familyName} ${left.givenNames} ${left.area}`,
    `${right.familyName} ${right.givenNames} ${right.area}`,
  ]
  return one < other ? -1 : 1
}
