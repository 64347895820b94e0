import type { Actor } from '@throughcare/db/actor'
import { type Board, findBoard } from '@throughcare/db/release/board-repository'
import type { BoardRow } from '@throughcare/db/release/board-row'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { DepotRuleSet } from '@throughcare/domain/medication/medicine-table'
import { BOARD_PAGE, type BoardInput, type BoardWindow } from '@throughcare/domain/release/board-input'
import { ruleSetFor } from '@throughcare/domain/rule-set/rule-set-for'
import { depotRulesOf } from '@throughcare/domain/rule-set/rules-of-engine'
import { localRuleSets } from '../rule-set/rule-set-view.ts'
import { isUnderFilter } from './board-cover.ts'
import { type BoardMoment, type BoardPerson, boardPerson, coverOf } from './board-person.ts'

/** A page of the releases board. */
export type ReleasesBoard = {
  persons: BoardPerson[]
  /** Persons on each list, whatever the filters. */
  counts: Record<BoardWindow, number>
  /** Persons on this list under all filters: what the pages are pages of. */
  total: number
  page: number
  pages: number
  /** The day that it is in the prison, from which the 28 days count. */
  today: PlainDate
}

/** Filters that the domain answers are applied to the whole list; no prison holds more people than this. */
const WHOLE_LIST = 5_000

/**
 * Who leaves next, how each release stands and what stands in its way.
 *
 * Certainty and legal status are columns, so the database sifts and pages them. How an area, a handoff, the doses or the plan stand is the
 * domain's answer: under such a filter the whole list is read and sifted here, so that a page and its count always agree.
 */
export function releaseBoard(actor: Actor, input: BoardInput): Promise<ReleasesBoard> {
  const { window, certainty, legalStatus, sort, descending, page } = input
  const isSiftedHere =
    input.areaState !== null || input.handoffState !== null || input.cover !== null || input.plan !== null
  const first = (page - 1) * BOARD_PAGE
  const reach = isSiftedHere ? { limit: WHOLE_LIST, offset: 0 } : { limit: BOARD_PAGE, offset: first }
  return findBoard(actor, { window, certainty, legalStatus, sort, descending, ...reach }, (board) => {
    const moment = {
      ...board,
      prisonZone: getZone(actor.serviceTimeZone),
      depotsAt: depotsOf(board, actor.serviceCountry),
    }
    const rows = isSiftedHere ? board.rows.filter((row) => isUnder(row, input, moment)) : board.rows
    const total = isSiftedHere ? rows.length : board.total
    return {
      persons: (isSiftedHere ? rows.slice(first, first + BOARD_PAGE) : rows).map((row) => boardPerson(row, moment)),
      counts: board.counts,
      total,
      page,
      pages: Math.max(1, Math.ceil(total / BOARD_PAGE)),
      today: plainDateIn(board.now, moment.prisonZone),
    }
  })
}

/** The doses are asked first, because they cost least. */
function isUnder(row: BoardRow, { areaState, handoffState, cover, plan }: BoardInput, moment: BoardMoment): boolean {
  if (cover !== null && !isUnderFilter(coverOf(row, moment), cover)) return false
  if (areaState === null && handoffState === null && plan === null) return true
  const person = boardPerson(row, moment)
  return (
    (plan === null || person.ready?.isReady === (plan === 'ready')) &&
    (areaState === null || person.areas.some((each) => each.state === areaState)) &&
    (handoffState === null || person.handoffStates.includes(handoffState))
  )
}

/** The windows of depots by dosing point, each worked out once for the whole list. */
function depotsOf({ ruleSets, countries, now }: Board, prisonCountry: string): BoardMoment['depotsAt'] {
  const local = localRuleSets(ruleSets)
  const known = new Map<string | null, DepotRuleSet>()
  return (serviceId) => {
    const country = (serviceId && countries.get(serviceId)) ?? prisonCountry
    const found = known.get(serviceId) ?? depotRulesOf(ruleSetFor('depot-windows', { serviceId, country }, now, local))
    known.set(serviceId, found)
    return found
  }
}
