import { z } from 'zod'

/** How the answer came. `themselves`: somebody who works at the place wrote it down. */
export const TOLD_HOW = ['phone', 'visit', 'in-writing', 'themselves'] as const
export const ToldHow = z.enum(TOLD_HOW, { error: 'hours-confirmation.toldHow.unknown' })
export type ToldHow = (typeof TOLD_HOW)[number]

/** What a place may say about a day. `withdrawn`: the answer before it holds no more, and nobody has said anything. */
export const DAY_ANSWERS = ['open', 'closed', 'withdrawn'] as const
export const DayAnswer = z.enum(DAY_ANSWERS, { error: 'hours-confirmation.said.unknown' })
export type DayAnswer = (typeof DAY_ANSWERS)[number]
