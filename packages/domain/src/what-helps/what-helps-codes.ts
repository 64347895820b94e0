import { z } from 'zod'

/** What the person wants. Theirs alone: nothing is worked out from it. */
export const GOALS = ['no-drugs', 'safer-use', 'stay-on-treatment', 'not-sure', 'not-said'] as const
export const Goal = z.enum(GOALS, { error: 'what-helps.goal.unknown' })
export type Goal = (typeof GOALS)[number]

/** What the people around the person want, as the person sees it. Nobody is named. */
export const AROUND_GOALS = [
  'no-drugs',
  'safer-use',
  'stay-on-treatment',
  'going-on-as-before',
  'not-sure',
  'not-said',
] as const
export const AroundGoal = z.enum(AROUND_GOALS, { error: 'what-helps.aroundWant.unknown' })
export type AroundGoal = (typeof AROUND_GOALS)[number]

/** Where somebody was asked. What is said inside is asked again outside (rule WH-1). */
export const SETTINGS = ['in-custody', 'outside'] as const
export const Setting = z.enum(SETTINGS, { error: 'what-helps.setting.unknown' })
export type Setting = (typeof SETTINGS)[number]

/** A list that can be read at a glance. */
export const MOST_LINES = 5
