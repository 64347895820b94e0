import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findOpenCases, type OpenCase } from '@throughcare/db/continuity/open-case-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { CASES_PER_PAGE, type ContinuityCasesInput } from '@throughcare/domain/continuity/continuity-input'
import type { CountOutcome } from '@throughcare/domain/continuity/count-codes'
import { countIndicator } from '@throughcare/domain/continuity/count-indicator'
import { CATEGORY_OF_INDICATOR, indicatorsOf } from '@throughcare/domain/continuity/indicator-categories'
import { type ShownDetail, shownDetail } from '@throughcare/domain/continuity/indicator-details'
import { type FigureSelection, selectFigure, shownCountOf } from '@throughcare/domain/continuity/select-figure'
import type { ShownCount } from '@throughcare/domain/continuity/small-counts'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'
import {
  type Measured,
  type MeasuredRelease,
  measureReleases,
  openIn,
  reportFigures,
  selectionOf,
} from './measure-releases.ts'

/** A case that a figure counted, open to the reader. */
export type CountedCase = OpenCase & {
  releasedOn: PlainDate
  prisonName: string
  /** How it counted. */
  detail: ShownDetail
  /** For figures that count handoffs: of which area. Null for those that count releases. */
  area: string | null
}

export type CountedCases = {
  selection: FigureSelection
  /** What the page of figures says, for each way of counting. */
  counts: Record<CountOutcome, ShownCount>
  /** One page of those that are open to the reader's service, latest release first. */
  cases: CountedCase[]
  open: number
  /** Counted, and no longer open. Hidden where the count is. */
  closed: ShownCount
  page: number
  pages: number
}

type Counted = { release: MeasuredRelease; detail: ShownDetail; area: string | null }

/**
 * The cases that one count of one figure counted: open ones by name, the others as a number. What is listed here and what is
 * not adds up to the count.
 *
 * @throws AppError `not-allowed` when the figure's category is closed to the actor's kind of service
 */
export async function findCases(actor: Actor, input: ContinuityCasesInput): Promise<CountedCases> {
  const { indicator, outcome } = input
  if (!indicatorsOf(actor.serviceKind as ServiceKind).includes(indicator)) throw new AppError('not-allowed')
  const measured = await measureReleases(actor, 'continuity.cases')
  const selection = selectionOf(measured, input)
  const counted = countedIn(measured, input, selection)
  const counts = shownIn(measured, input, selection)

  return asActor(actor, async (deed) => {
    const ids = [...new Set(counted.flatMap(({ release }) => release.episodeId ?? []))]
    const open = new Map(
      (await findOpenCases(deed, ids, CATEGORY_OF_INDICATOR[indicator])).map((each) => [each.episodeId, each]),
    )
    const rows = counted
      .flatMap(({ release, detail, area }): CountedCase[] => {
        const found = release.episodeId === null ? undefined : open.get(release.episodeId)
        const prisonName = measured.prisons.find(({ id }) => id === release.prisonId)?.name ?? ''
        return found ? [{ ...found, releasedOn: release.releasedOn, prisonName, detail, area }] : []
      })
      .toSorted(latestFirst)
    const pages = Math.max(1, Math.ceil(rows.length / CASES_PER_PAGE))
    const page = Math.min(input.page, pages)
    const cases = rows.slice((page - 1) * CASES_PER_PAGE, page * CASES_PER_PAGE)
    await recordAudit(deed, {
      action: 'continuity.cases',
      episodeIds: cases.map(({ episodeId }) => episodeId),
      personIds: cases.map(({ personId }) => personId),
      fields: [indicator, outcome],
    })
    const closed = counts[outcome] === 'hidden' ? 'hidden' : counted.length - rows.length
    return { selection, counts, cases, open: rows.length, closed, page, pages }
  })
}

function countedIn(
  measured: Measured,
  { indicator, outcome }: ContinuityCasesInput,
  selection: FigureSelection,
): Counted[] {
  const { from, to, prisonId } = selection
  return openIn(measured, CATEGORY_OF_INDICATOR[indicator])
    .filter(
      (release) => from <= release.month && release.month <= to && (prisonId === null || release.prisonId === prisonId),
    )
    .flatMap((release) =>
      countIndicator(indicator, release.facts, measured.now).flatMap((count, index) => {
        if (count.outcome !== outcome) return []
        const area = indicator === 'acknowledged-before-release' ? (release.facts.handoffs[index]?.area ?? null) : null
        return [{ release, detail: shownDetail(count.detail), area }]
      }),
    )
}

function shownIn(
  measured: Measured,
  { indicator }: ContinuityCasesInput,
  selection: FigureSelection,
): Record<CountOutcome, ShownCount> {
  const [report] = reportFigures(measured, [indicator])
  const selected = report?.state === 'collected' ? selectFigure(report, selection) : null
  const shown = (outcome: CountOutcome): ShownCount => (selected ? shownCountOf(selected, outcome) : 'hidden')
  return { met: shown('met'), 'not-met': shown('not-met'), unknown: shown('unknown'), 'left-out': shown('left-out') }
}

function latestFirst(left: CountedCase, right: CountedCase): number {
  if (left.releasedOn !== right.releasedOn) return left.releasedOn < right.releasedOn ? 1 : -1
  const [one, other] = [
    `${left.familyName} ${left.givenNames} ${left.area}`,
    `${right.familyName} ${right.givenNames} ${right.area}`,
  ]
  return one < other ? -1 : 1
}
