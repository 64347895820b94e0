import { z } from 'zod'

/** The five areas that every board shows for every person. */
export const MAIN_AREAS = ['omt', 'naloxone', 'housing', 'benefits', 'partner'] as const
export type MainArea = (typeof MAIN_AREAS)[number]

/** The areas that support the five. */
export const SUPPORTING_AREAS = ['health', 'documents', 'work', 'belongings', 'support'] as const
export type SupportingArea = (typeof SUPPORTING_AREAS)[number]

/** What a checklist item or a handoff is about. Not a place: where a service works is its service area. */
export const AREAS = [...MAIN_AREAS, ...SUPPORTING_AREAS] as const
export const Area = z.enum(AREAS, { error: 'checklist.area.unknown' })
export type Area = (typeof AREAS)[number]
