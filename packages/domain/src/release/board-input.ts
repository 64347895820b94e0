import { z } from 'zod'
import { AREA_STATES } from '../checklist/progress.ts'
import { HANDOFF_AREA_STATES } from '../handoff/handoff-area-state.ts'
import { inputOf } from '../request/request-fields.ts'
import { Certainty, LegalStatus } from './release-codes.ts'

/** The lists of the releases board. Each person who is inside or newly out stands in at least one, or has a later date. */
export const BOARD_WINDOWS = ['next-28-days', 'could-leave-today', 'out-last-48-hours', 'no-date'] as const
export const BoardWindow = z.enum(BOARD_WINDOWS, { error: 'release.window.unknown' })
export type BoardWindow = (typeof BOARD_WINDOWS)[number]

/** By what a list can be ordered: an allow-list, because the order becomes SQL. */
export const BOARD_SORTS = ['release', 'name', 'legal-status'] as const
export const BoardSort = z.enum(BOARD_SORTS, { error: 'release.sort.unknown' })
export type BoardSort = (typeof BOARD_SORTS)[number]

/** How the doses stand from the gate on, as a filter: `gap` is any day without cover or without knowledge. */
export const COVER_FILTERS = ['gap', 'covered', 'not-prescribed'] as const
export type CoverFilter = (typeof COVER_FILTERS)[number]

/** Whether the plan is ready, as `planReady` says it. Somebody who is out, or whose case is not all open, is neither. */
export const PLAN_FILTERS = ['ready', 'not-ready'] as const

/** Persons on a page of the board. */
export const BOARD_PAGE = 25

/** A page number beyond it is a slip or a probe: no prison holds so many. */
const LAST_PAGE = 400

/** What stands in the address of the board. Free text never does. */
export const BoardInput = inputOf({
  window: BoardWindow.default('next-28-days'),
  certainty: Certainty.nullable().default(null),
  legalStatus: LegalStatus.nullable().default(null),
  /** Only persons of whom at least one of the five areas stands so. */
  areaState: z.enum(AREA_STATES, { error: 'release.areaState.unknown' }).nullable().default(null),
  /** Only persons of whom at least one area stands so with those who take over. */
  handoffState: z.enum(HANDOFF_AREA_STATES, { error: 'release.handoffState.unknown' }).nullable().default(null),
  cover: z.enum(COVER_FILTERS, { error: 'release.cover.unknown' }).nullable().default(null),
  plan: z.enum(PLAN_FILTERS, { error: 'release.plan.unknown' }).nullable().default(null),
  sort: BoardSort.default('release'),
  descending: z.boolean('release.descending.invalid').default(false),
  page: z.int('release.page.invalid').min(1, 'release.page.invalid').max(LAST_PAGE, 'release.page.invalid').default(1),
})
export type BoardInput = z.infer<typeof BoardInput>
