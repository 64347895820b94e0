import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordRefused } from '@throughcare/db/audit/audit-repository'
import { findServiceNames } from '@throughcare/db/circumstance/service-names'
import { findAreaNames } from '@throughcare/db/continuity/area-names'
import { findRefusedFilters } from '@throughcare/db/continuity/refused-filter-repository'
import { mayEver } from '@throughcare/domain/access/who-may'
import { ALL_ROW } from '@throughcare/domain/continuity/figure-tables'
import { countDeaths, type Deaths } from '@throughcare/domain/continuity/flow/count-deaths'
import { FLOW_BREAKDOWNS, type FlowBreakdown, type FlowInput } from '@throughcare/domain/continuity/flow/flow-input'
import {
  type FlowGroup,
  type FlowStepRow,
  flowOfAll,
  flowOfGroup,
  flowOfGroups,
  groupRow,
  releasedIn,
} from '@throughcare/domain/continuity/flow/flow-report'
import {
  COUPLE_MEASURE,
  DEATHS_MEASURE,
  type FlowStep,
  RELEASED_MEASURE,
} from '@throughcare/domain/continuity/flow/flow-steps'
import type { Month } from '@throughcare/domain/continuity/report-window'
import type { FigureScope } from '@throughcare/domain/continuity/show-figures'
import { type ShownCount, SMALLEST_COUNT } from '@throughcare/domain/continuity/small-counts'
import type { ReadFrom } from '@throughcare/domain/report-copy/decide-read-from'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { type ReadFigures, readFigures } from './read-figures.ts'

/** What became of a filter: one group, or that it came down to too few. */
export type NarrowedFlow = { state: 'shown'; group: FlowGroup } | { state: 'too-few'; value: string }

export type FlowPage = {
  scope: FigureScope
  months: { first: Month; last: Month }
  steps: readonly FlowStep[]
  released: ShownCount
  /** Where it is hidden and may be told in fives. */
  releasedAbout: number | null
  /** Everybody, step by step. */
  all: FlowStepRow[]
  /** By what the flow can be told apart here: at least one group may be told, or it was asked for. */
  breakdowns: FlowBreakdown[]
  breakdown: FlowBreakdown | null
  /** The groups that may be told. */
  groups: FlowGroup[]
  /** Groups of fewer than ten: the page says which, and nothing of them. */
  tooFew: string[]
  /** Null where no group was asked for. */
  narrowed: NarrowedFlow | null
  /** How many were turned away because a programme takes no couples; null where it is not told at all. */
  couplesRefused: { all: ShownCount; byPrison: { prisonId: string; refused: ShownCount }[] } | null
  /** Names of prisons, services and areas among the groups. */
  places: { id: string; name: string }[]
  /** For a region alone; null elsewhere. */
  deaths: Deaths[] | null
  /** For privacy officers alone; null for everybody else. */
  refused: { at: string; name: string; breakdown: RefusedBy; value: string; onThatDay: number }[] | null
  opensBarriers: boolean
  /** As of when. ISO 8601. */
  countedAt: string
  readFrom: ReadFrom
}

/** What a refused filter was of: a group of a breakdown, or some months of the page of figures. */
export type RefusedBy = FlowBreakdown | 'months'

/** So far back a privacy officer reads which filters were refused. */
const REFUSED_DAYS = 30

/**
 * Where people are lost between a plan and treatment, in the actor's own scope, told apart by one breakdown (rules FIG-7, FIG-30).
 *
 * Whoever asks for a group that is too small is told so in a sentence, and it stands in the trail.
 */
export async function getFlow(actor: Actor, { breakdown: asked, group }: FlowInput): Promise<FlowPage> {
  const isRegion = actor.serviceKind === 'region'
  const deathsAsked = { measures: [DEATHS_MEASURE], breakdowns: ['all'], from: null, to: null, byMonth: true }
  const figures = await readFigures(actor, 'continuity.flow', SMALLEST_COUNT, isRegion ? [deathsAsked] : [])
  const { shown, steps, months, scope } = figures
  const valuesOf = (by: FlowBreakdown) => [
    ...new Set(figures.totals.flatMap((each) => (each.breakdown === by && !each.isOwn ? each.value : []))),
  ]
  const possible = FLOW_BREAKDOWNS.filter((by) => by !== scope && valuesOf(by).length > 1)
  const breakdown = asked !== null && possible.includes(asked) ? asked : null
  const groups = breakdown === null ? [] : flowOfGroups(shown, breakdown, steps)
  const narrowed = breakdown === null || group === null ? null : narrow(figures, breakdown, group)
  if (narrowed?.state === 'too-few')
    await recordRefused(actor, 'continuity.narrow', {
      askedId: null,
      ids: [],
      personIds: [],
      fields: [breakdown ?? '', narrowed.value],
      requestId: null,
    })
  const told = new Set(groups.flatMap(({ value, released }) => (released === 'hidden' ? [] : value)))
  return {
    scope,
    months: { first: months[0] ?? '', last: months.at(-1) ?? '' },
    steps,
    released: releasedIn(shown),
    releasedAbout: shown.about(ALL_ROW, RELEASED_MEASURE, 'released'),
    all: flowOfAll(shown, steps),
    breakdowns: possible.filter((by) => by === breakdown || canAnswer(figures, by)),
    breakdown,
    groups: groups.filter(({ value }) => told.has(value)),
    tooFew: breakdown === null ? [] : valuesOf(breakdown).filter((value) => !told.has(value)),
    narrowed,
    couplesRefused: figures.tellsCouples ? couplesIn(figures) : null,
    ...(await besideFigures(actor, figures, {
      services: breakdown === 'service' ? valuesOf('service') : [],
      areas: breakdown === 'area' ? valuesOf('area') : [],
    })),
    // The last month of the page is not over yet.
    deaths: isRegion ? countDeaths(deathsByMonth(figures.totals), months.slice(0, -1)) : null,
    opensBarriers: mayEver(actor.role, actor.serviceKind as ServiceKind, 'barrier.report'),
    countedAt: figures.countedUntil.toISOString(),
    readFrom: figures.readFrom,
  }
}

function canAnswer({ shown, steps }: ReadFigures, by: FlowBreakdown): boolean {
  return flowOfGroups(shown, by, steps).some(({ released }) => released !== 'hidden')
}

function narrow({ shown, steps }: ReadFigures, breakdown: FlowBreakdown, group: string): NarrowedFlow {
  const found = flowOfGroup(shown, { breakdown, group, steps })
  return found ? { state: 'shown', group: found } : { state: 'too-few', value: group }
}

/** How many were turned away because a programme takes no couples: all together, and by prison but one's own. */
export function couplesIn({
  shown,
  scope,
  prisons,
}: Pick<ReadFigures, 'shown' | 'scope' | 'prisons'>): NonNullable<FlowPage['couplesRefused']> {
  const refused = (row: string) => shown.count(row, COUPLE_MEASURE, 'met')
  const byPrison = scope === 'prison' ? [] : prisons
  return {
    all: refused(ALL_ROW),
    byPrison: byPrison.map(({ id }) => ({ prisonId: id, refused: refused(groupRow('prison', id)) })),
  }
}

/** Of totals by month: in which month whoever died had been released. */
export function deathsByMonth(totals: ReadFigures['totals']): Map<Month, number> {
  const deaths = totals.flatMap(({ measure, month, count }) =>
    measure === DEATHS_MEASURE && month !== null ? [[month, count] as const] : [],
  )
  return new Map(deaths)
}

async function besideFigures(
  actor: Actor,
  { prisons, now }: ReadFigures,
  named: { services: readonly string[]; areas: readonly string[] },
): Promise<Pick<FlowPage, 'places' | 'refused'>> {
  const isOfficer = actor.role === 'manager' && actor.grants.includes('privacy-officer')
  if (!isOfficer && named.services.length + named.areas.length === 0) return { places: prisons, refused: null }
  return asActor(actor, async (deed) => {
    const names = [...(await findServiceNames(deed, named.services)), ...(await findAreaNames(deed, named.areas))]
    const since = new Date(now.getTime() - REFUSED_DAYS * 86_400_000)
    const refused = isOfficer ? await findRefusedFilters(deed, since) : null
    return {
      places: [...prisons, ...names.map(([id, name]) => ({ id, name }))],
      refused:
        refused?.map(({ at, breakdown, ...each }) => ({
          ...each,
          at: at.toISOString(),
          breakdown: FLOW_BREAKDOWNS.find((by) => by === breakdown) ?? 'months',
        })) ?? null,
    }
  })
}
