import { z } from 'zod'

/** What a saying is about. The person says which. */
export const SAYING_KINDS = ['strategy', 'goal', 'high-risk-moment', 'as-said'] as const
export const SayingKind = z.enum(SAYING_KINDS, { error: 'own-words.kind.unknown' })
export type SayingKind = (typeof SAYING_KINDS)[number]

/** How a saying is stored: the same, and one that stands for having chosen not to say anything. */
export const OWN_WORDS_KINDS = [...SAYING_KINDS, 'chose-not-to'] as const
export type OwnWordsKind = (typeof OWN_WORDS_KINDS)[number]

/** What a strategy asks of the services: each raises an item of the plan. */
export const STRATEGY_TASKS = ['other-pharmacy', 'other-time', 'depot', 'money-held'] as const
export const StrategyTask = z.enum(STRATEGY_TASKS, { error: 'own-words.task.unknown' })
export type StrategyTask = (typeof STRATEGY_TASKS)[number]

/** Choosing not to is an answer, and the plan may be ready with it. */
export const OWN_WORDS_ANSWERS = ['said', 'chose-not-to'] as const
export const OwnWordsAnswer = z.enum(OWN_WORDS_ANSWERS, { error: 'own-words.answer.unknown' })
export type OwnWordsAnswer = (typeof OWN_WORDS_ANSWERS)[number]

/** As many sayings as stand on one sheet of paper (rule OWN-1). */
export const MOST_SAYINGS = 5
