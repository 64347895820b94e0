import { MonthInput } from '@throughcare/domain/continuity/continuity-input'
import { COUNT_OUTCOMES, type CountOutcome } from '@throughcare/domain/continuity/count-codes'
import { INDICATORS, type Indicator } from '@throughcare/domain/continuity/indicators'
import type { Query } from '../paths.ts'

type Search = { readonly [name: string]: string | string[] | undefined }

/** Which part of the figures an address asks for. */
export type ContinuityChoice = { from: string | null; to: string | null; prisonId: string | null }

/** Anybody can type an address: whatever in it is not known is left out. */
export function readChoice(search: Search): ContinuityChoice {
  return { from: monthIn(search.from), to: monthIn(search.to), prisonId: idIn(search.prison) }
}

/** The same choice as the query of an address. */
export function choiceQuery({ from, to, prisonId }: ContinuityChoice): Query {
  return { from: from ?? undefined, to: to ?? undefined, prison: prisonId ?? undefined }
}

/** How limits of a chart are worked out: from the people of each month, or from one month to the next. */
export type LimitsChoice = 'proportions' | 'individuals'

export function readLimits(search: Search): LimitsChoice {
  return search.limits === 'individuals' ? 'individuals' : 'proportions'
}

export function readIndicator(text: string): Indicator | null {
  return INDICATORS.find((indicator) => indicator === text) ?? null
}

export function readOutcome(search: Search): CountOutcome {
  return COUNT_OUTCOMES.find((outcome) => outcome === search.counted) ?? 'met'
}

export function readPageNumber(search: Search): number {
  const page = Number(search.page)
  return Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1
}

function monthIn(text: Search[string]): string | null {
  return MonthInput.safeParse(text).data ?? null
}

function idIn(text: Search[string]): string | null {
  return typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null
}
