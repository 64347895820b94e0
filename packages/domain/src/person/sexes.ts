import { z } from 'zod'

/** As the sending system records it. It decides nothing in the rules; `unknown` is an answer. */
export const SEXES = ['female', 'male', 'other', 'unknown'] as const
export const Sex = z.enum(SEXES, { error: 'person.sex.unknown' })
export type Sex = (typeof SEXES)[number]
