import { z } from 'zod'
import type { Area } from '../checklist/areas.ts'

/** What can be kept for somebody while they are inside, if somebody writes in time. */
export const KEPT_KINDS = ['tenancy', 'housing-costs', 'benefit', 'job'] as const
export const KeptKind = z.enum(KEPT_KINDS, 'kept-date.kind.unknown')
export type KeptKind = (typeof KEPT_KINDS)[number]

/** What it belongs to, and so who reads it. */
export const AREA_OF_KEPT = {
  tenancy: 'housing',
  'housing-costs': 'benefits',
  benefit: 'benefits',
  job: 'work',
} as const satisfies Record<KeptKind, Area>

/** What became of it. */
export const KEPT_STATES = ['running', 'kept', 'lost', 'given-up'] as const
export type KeptState = (typeof KEPT_STATES)[number]
