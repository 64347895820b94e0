import type { BoardRow } from '@throughcare/db/release/board-row'
import { isWholeCase } from '@throughcare/domain/access/grants'
import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { plainDateIn, type Zone } from '@throughcare/domain/calendar/zone'
import { areaStateWithCover, type PlanReady, planReady } from '@throughcare/domain/care-plan/plan-ready'
import { AREAS, type Area, MAIN_AREAS, type MainArea } from '@throughcare/domain/checklist/areas'
import { type AreaState, areaProgress, type ProgressItem, workingOrder } from '@throughcare/domain/checklist/progress'
import type { RuleFacts } from '@throughcare/domain/checklist/rule-facts'
import type { ItemCode } from '@throughcare/domain/checklist/rule-sets'
import type { CoverReadiness } from '@throughcare/domain/cover-plan/cover-readiness'
import {
  type HandoffAreaState,
  type HandoverState,
  handoffAreaState,
  handoverState,
} from '@throughcare/domain/handoff/handoff-area-state'
import type { DepotRuleSet } from '@throughcare/domain/medication/medicine-table'
import { URGENT_KIT_ALERTS, type UrgentKitAlert } from '@throughcare/domain/naloxone/kit-alerts'
import { hoursSinceRelease } from '@throughcare/domain/release/hours-since-release'
import type { Certainty, LegalStatus, ReleaseKind } from '@throughcare/domain/release/release-codes'
import { daysToRelease } from '@throughcare/domain/release/release-window'
import { kitAlertsOf } from '../naloxone/kits-of-case.ts'
import { type BoardCover, boardCover } from './board-cover.ts'
import { ruleFactsOfRow } from './board-facts.ts'

/** One of the five areas on the board. */
export type BoardArea = { area: MainArea; state: AreaState; handoff: HandoffAreaState }

/** The clock of a release; hours are whole elapsed ones. */
export type BoardClock =
  | { kind: 'not-released' }
  | { kind: 'not-confirmed-out' }
  | { kind: 'out-no-later-than'; atLeastHours: number }
  | { kind: 'out'; hours: number; isInFirstHours: boolean }

/** One person on the releases board. Instants as ISO 8601 in UTC. */
export type BoardPerson = {
  personId: string
  episodeId: string
  version: number
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  number: string | null
  demo: boolean
  legalStatus: LegalStatus
  releaseDate: PlainDate | null
  certainty: Certainty
  /** Local dates; negative when the date has passed, null without a date. */
  daysToRelease: number | null
  releasedAt: string | null
  releaseKind: ReleaseKind | null
  clock: BoardClock
  /** False while the plan is being made: the areas then say nothing yet. */
  hasPlan: boolean
  areas: BoardArea[]
  /** Whether the plan is ready, by the rule of the case's own page; null where not every category is open to the reader, and once the person is out. */
  ready: PlanReady | null
  /** How every needed area stands with those who take over, the supporting ones included. */
  handover: HandoverState
  /** The handoff states of all areas that are needed: what the filter looks at. */
  handoffStates: HandoffAreaState[]
  cover: BoardCover
  /** What must be done about a naloxone kit at once; null when nothing must. */
  kitAlert: UrgentKitAlert | null
  /** What to do first; null when nothing is left that is due by the gate. */
  first: { code: ItemCode; area: Area; isOverdue: boolean } | null
}

/** When and where the board is read. */
export type BoardMoment = {
  now: Date
  prisonZone: Zone
  places: ReadonlyMap<string, OpeningHours>
  /** The windows of depots that hold at a dosing point; in the prison's country while none is chosen. */
  depotsAt: (dosingServiceId: string | null) => DepotRuleSet
}

/** How the doses of one row stand: the part of it that can be asked for alone. */
export function coverOf(row: BoardRow, at: BoardMoment): BoardCover {
  const outAt = instant(row.releasedAt ?? row.seenOutsideAt)
  return boardCover(row, ruleFactsOfRow(row, outAt), { ...at, outAt })
}

/** Puts a row of the board into the domain's terms. The domain says how it stands; nothing is decided here. */
export function boardPerson(row: BoardRow, at: BoardMoment): BoardPerson {
  const { now, prisonZone } = at
  const releasedAt = instant(row.releasedAt)
  const seenOutsideAt = instant(row.seenOutsideAt)
  const clock = hoursSinceRelease({ ...row, releasedAt, seenOutsideAt, zone: prisonZone }, now)
  const isReleased = clock.kind === 'out' || clock.kind === 'out-no-later-than'
  const facts = ruleFactsOfRow(row, isReleased ? (releasedAt ?? seenOutsideAt) : null)
  const items = row.items.map(
    (item): ProgressItem => ({
      ...item,
      dueOffsetMinutes: item.dueOffsetMinutes ?? 0,
      dueAt: instant(item.dueAt),
    }),
  )
  const areas = AREAS.filter((area) => row.categories.includes(area)).map((area) => {
    const { state } = areaProgress(area, items, facts, isReleased)
    return { area, state, handoff: handoffAreaState(area, isAskedFor(state), row.handoffs) }
  })
  const handoffStates = areas.map((each) => each.handoff).filter((state) => state !== 'not-needed')
  const cover = coverOf(row, at)
  const ready = isReleased ? null : readyOf(row, items, facts, areas, cover)
  const first = workingOrder(items).find((item) => isReleased || item.dueOffsetMinutes <= 0)
  return {
    personId: row.personId,
    episodeId: row.episodeId,
    version: row.version,
    familyName: row.familyName,
    givenNames: row.givenNames,
    dateOfBirth: row.dateOfBirth,
    number: row.number,
    demo: row.demo,
    legalStatus: row.legalStatus,
    releaseDate: row.releaseDate,
    certainty: row.certainty,
    daysToRelease: daysToRelease(row.releaseDate, plainDateIn(now, prisonZone)),
    releasedAt: releasedAt?.toISOString() ?? null,
    releaseKind: row.releaseKind,
    clock: shownClock(clock),
    hasPlan: row.hasPlan,
    areas: areas
      .filter((each): each is BoardArea => (MAIN_AREAS as readonly Area[]).includes(each.area))
      .map((each) => ({ ...each, state: areaStateWithCover(each, ready, readinessOf(cover)) })),
    ready,
    handover: handoverState(areas.map((each) => each.handoff)),
    handoffStates,
    cover,
    kitAlert: kitAlertOfRow(row, at),
    first: first ? { code: first.code, area: first.area, isOverdue: first.dueAt !== null && first.dueAt < now } : null,
  }
}

/** The one rule, with what the board knows: `planReady` says what is missing. */
function readyOf(
  row: BoardRow,
  items: readonly ProgressItem[],
  facts: RuleFacts,
  areas: readonly { area: Area; state: AreaState }[],
  cover: BoardCover,
): PlanReady | null {
  if (!isWholeCase(row.categories)) return null
  return planReady({
    hasPlan: row.hasPlan,
    items,
    unanswered: areas.flatMap(({ area, state }) => (state === 'unknown' ? [area] : [])),
    ownWords: facts['own-words'],
    onOmt: facts['on-omt'],
    cover: readinessOf(cover),
  })
}

function readinessOf(cover: BoardCover): CoverReadiness | null {
  if (cover.kind === 'not-prescribed') return { kind: 'ready', because: 'not-prescribed' }
  return cover.kind === 'covered' || cover.kind === 'gap' ? cover.agreed : null
}

/** The most urgent of the alerts about kits, where one is urgent. */
function kitAlertOfRow(row: BoardRow, { now, prisonZone }: BoardMoment): UrgentKitAlert | null {
  const told = kitAlertsOf(row, plainDateIn(now, prisonZone), now).map(({ code }) => code)
  return URGENT_KIT_ALERTS.find((code) => told.includes(code)) ?? null
}

/** An area that nobody knows enough about is asked for: somebody has to take it over or say that it is not needed. */
function isAskedFor(state: AreaState): boolean {
  return state !== 'not-needed'
}

function shownClock(clock: ReturnType<typeof hoursSinceRelease>): BoardClock {
  switch (clock.kind) {
    case 'not-released':
    case 'not-confirmed-out':
      return { kind: clock.kind }
    case 'out-no-later-than':
      return { kind: clock.kind, atLeastHours: clock.atLeastHours }
    case 'out':
      return { kind: clock.kind, hours: clock.hours, isInFirstHours: clock.isInFirstHours }
  }
}

function instant(stored: string | null): Date | null {
  return stored === null ? null : new Date(stored)
}
