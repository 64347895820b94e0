import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findContinuityFacts } from '@throughcare/db/continuity/continuity-repository'
import { findOpenCases, type OpenCase } from '@throughcare/db/continuity/open-case-repository'
import { addDays, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { COUNT_OUTCOMES, type CountOutcome } from '@throughcare/domain/continuity/count-codes'
import { countIndicator } from '@throughcare/domain/continuity/count-indicator'
import { type ShownDetail, shownDetail } from '@throughcare/domain/continuity/indicator-details'
import { type WhatBecameInput, weeksToAsk } from '@throughcare/domain/release/what-became-input'
import { factsOfRelease } from '../continuity/facts-of-release.ts'

/** The weeks that can be asked for lie in so many calendar months, the current one included. */
const MONTHS = 3

/** One person who was released that week, and what became of their treatment. */
export type Became = OpenCase & {
  releasedOn: PlainDate
  releasedAt: string
  outcome: CountOutcome
  detail: ShownDetail
}

export type WhatBecame = {
  /** The Monday asked for, and those that can be. */
  week: PlainDate
  weeks: PlainDate[]
  lastDay: PlainDate
  outcome: CountOutcome | null
  /** Of the cases that are open to the prison, by the very rule of the figure "dose within 48 hours". */
  counts: Record<CountOutcome, number>
  all: number
  /** Released that week, and no longer open to the prison. */
  closed: number
  rows: Became[]
}

/**
 * What became of a week's releases of the actor's prison: dosed within 48 hours, not, not known, and beside them those who count
 * in neither way. Only of cases that are still open to the prison, with the treatment; each count is exactly its rows.
 */
export async function whatBecame(actor: Actor, input: WhatBecameInput): Promise<WhatBecame> {
  const { releases, now } = await findContinuityFacts(actor, MONTHS, 'release.what-became')
  const weeks = weeksToAsk(plainDateIn(now, getZone(actor.serviceTimeZone)))
  const [last] = weeks
  const week = weeks.find((monday) => monday === input.week) ?? last
  if (!week) throw new Error('there is no week to ask for')
  const lastDay = addDays(week, 6)
  const ofWeek = releases.filter(
    ({ prisonId, facts }) => prisonId === actor.serviceId && facts.releasedOn >= week && facts.releasedOn <= lastDay,
  )
  const open = await asActor(actor, async (deed) => {
    const cases = await findOpenCases(
      deed,
      ofWeek.flatMap(({ episodeId }) => episodeId ?? []),
      'omt',
    )
    await recordAudit(deed, {
      action: 'release.what-became',
      episodeIds: cases.map(({ episodeId }) => episodeId),
      personIds: cases.map(({ personId }) => personId),
    })
    return new Map(cases.map((one) => [one.episodeId, one]))
  })
  const every = ofWeek.flatMap(({ episodeId, facts }): Became[] => {
    const found = episodeId === null ? undefined : open.get(episodeId)
    const [count] = countIndicator('dose-within-48-hours', factsOfRelease(facts), now)
    if (!found || !count) return []
    const { releasedOn, releasedAt } = facts
    return [{ ...found, releasedOn, releasedAt, outcome: count.outcome, detail: shownDetail(count.detail) }]
  })
  const counts = Object.fromEntries(
    COUNT_OUTCOMES.map((outcome) => [outcome, every.filter((one) => one.outcome === outcome).length]),
  ) as Record<CountOutcome, number>
  return {
    week,
    weeks,
    lastDay,
    outcome: input.outcome,
    counts,
    all: every.length,
    closed: ofWeek.length - every.length,
    rows: every.filter(({ outcome }) => input.outcome === null || outcome === input.outcome).toSorted(firstOutFirst),
  }
}

function firstOutFirst(left: Became, right: Became): number {
  return Date.parse(left.releasedAt) - Date.parse(right.releasedAt) || (left.episodeId < right.episodeId ? -1 : 1)
}
