import type { ContinuityPage } from '@throughcare/api/continuity/get-report'
import { COUNT_OUTCOMES, type CountOutcome } from '@throughcare/domain/continuity/count-codes'
import { COUNTED_MEASURES, type CountedMeasure } from '@throughcare/domain/continuity/counted-measures'
import { FLOW_BREAKDOWNS, type FlowBreakdown } from '@throughcare/domain/continuity/flow/flow-input'
import {
  INDICATORS,
  type Indicator,
  LENGTH_INDICATORS,
  type LengthIndicator,
} from '@throughcare/domain/continuity/indicators'
import { MonthInput } from '@throughcare/domain/continuity/month-input'
import type { LimitsChoice } from '@throughcare/domain/continuity/process-chart/read-months'
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

/** Whether a page shows every month of every prison that it could. */
export function isWholePeriod({ selection, months }: Pick<ContinuityPage, 'selection' | 'months'>): boolean {
  return selection.prisonId === null && selection.from === months[0] && selection.to === months.at(-1)
}

export function readLimits(search: Search): LimitsChoice {
  return search.limits === 'individuals' ? 'individuals' : 'proportions'
}

export function readIndicator(text: string): Indicator | null {
  return INDICATORS.find((indicator) => indicator === text) ?? null
}

export function readLengthIndicator(text: string): LengthIndicator | null {
  return LENGTH_INDICATORS.find((indicator) => indicator === text) ?? null
}

/** Of which measure the cases are asked for: a figure, or a step of the flow. */
export function readMeasure(text: string): CountedMeasure | null {
  return COUNTED_MEASURES.find((measure) => measure === text) ?? null
}

/** One group of a breakdown: Friday releases. Both or none. */
export type GroupChoice = { breakdown: FlowBreakdown | null; group: string | null }

export function readGroup(search: Search): GroupChoice {
  const breakdown = FLOW_BREAKDOWNS.find((each) => each === search.by) ?? null
  const group = typeof search.group === 'string' && /^[A-Za-z0-9-]{1,40}$/.test(search.group) ? search.group : null
  return breakdown === null || group === null ? { breakdown: null, group: null } : { breakdown, group }
}

/** The same choice as the query of an address. */
export function groupQuery({ breakdown, group }: GroupChoice): Query {
  return { by: breakdown ?? undefined, group: group ?? undefined }
}

export function readOutcome(search: Search): CountOutcome {
  return COUNT_OUTCOMES.find((outcome) => outcome === search.counted) ?? 'met'
}

/** Those who were lost since the step before: in the address in place of an outcome. */
export const LOST = 'lost'

/** One way of counting: as a code; whether a figure has it, the list says. */
export function readDetail(search: Search): string | null {
  return typeof search.detail === 'string' && /^[a-z0-9-]{1,40}$/.test(search.detail) ? search.detail : null
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
