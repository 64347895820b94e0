import type { Actor } from '@throughcare/db/actor'
import { findContinuityFacts } from '@throughcare/db/continuity/continuity-repository'
import type { Category } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { ContinuityFacts } from '@throughcare/domain/continuity/continuity-facts'
import { type Month, WINDOW_MONTHS } from '@throughcare/domain/continuity/report-window'
import type { FigureSelection } from '@throughcare/domain/continuity/select-figure'
import { factsOfRelease } from './facts-of-release.ts'

/** One release of the scope, as the figures read it. */
export type MeasuredRelease = {
  episodeId: string | null
  prisonId: string
  releasedOn: PlainDate
  month: Month
  categories: readonly Category[]
  facts: ContinuityFacts
}

export type Measured = { releases: MeasuredRelease[]; now: Date }

/** Every release of the actor's scope within the period of the figures, from the record itself and not from the totals. */
export async function measureReleases(actor: Actor, action: string): Promise<Measured> {
  const { releases, now } = await findContinuityFacts(actor, WINDOW_MONTHS, action)
  return {
    releases: releases.map(({ facts, ...release }) => ({
      ...release,
      releasedOn: facts.releasedOn,
      month: facts.releasedOn.slice(0, 7),
      facts: factsOfRelease(facts),
    })),
    now,
  }
}

/** The releases that a figure of this category counts. */
export function openIn({ releases }: Measured, category: Category): MeasuredRelease[] {
  return releases.filter(({ categories }) => categories.includes(category))
}

/** The filter as the page understands it: months within the period, and one prison over the whole of it. */
export function selectionOf(
  { months }: { months: readonly Month[] },
  input: { from: Month | null; to: Month | null; prisonId: string | null },
): FigureSelection {
  const [first = '', last = first] = [months[0], months.at(-1)]
  if (input.prisonId !== null) return { from: first, to: last, prisonId: input.prisonId }
  const from = input.from && input.from > first ? input.from : first
  const to = input.to && input.to < last ? input.to : last
  return from <= to ? { from, to, prisonId: null } : { from: first, to: last, prisonId: null }
}
