import type { Category } from '../access/access-codes.ts'

/** The rows of a case's timeline, in the order of the picture, and what each may come from. */
export const TIMELINE_LANES = ['custody', 'doses', 'items', 'handoffs', 'contacts', 'outcomes'] as const
export type TimelineLane = (typeof TIMELINE_LANES)[number]

/** What one entry tells; its words are in packages/i18n. */
export const TIMELINE_KINDS = {
  admitted: 'custody',
  moved: 'custody',
  released: 'custody',
  'release-day': 'custody',
  dose: 'doses',
  item: 'items',
  handoff: 'handoffs',
  contact: 'contacts',
  appointment: 'contacts',
  outcome: 'outcomes',
} as const satisfies Record<string, TimelineLane>
export type TimelineKind = keyof typeof TIMELINE_KINDS

/** The category that opens a lane by itself; null where each entry has a category of its own. */
export const CATEGORY_OF_LANE = {
  custody: 'release',
  doses: 'omt',
  items: null,
  handoffs: null,
  contacts: 'release',
  outcomes: null,
} as const satisfies Record<TimelineLane, Category | null>
