import { z } from 'zod'

/**
 * How two records that may be of one person stand to each other. `proposed` and `parting` wait for a second person; while `merged`
 * or `parting` they count as one person.
 */
export const MERGE_STATES = ['proposed', 'merged', 'declined', 'taken-back', 'parting', 'parted'] as const
export type MergeState = (typeof MERGE_STATES)[number]

/** What somebody may do with two records. */
export const MERGE_MOVES = ['propose', 'confirm', 'decline', 'take-back', 'propose-parting'] as const
export type MergeMove = (typeof MERGE_MOVES)[number]

/** The answers to something that waits: the second person's yes or no, or the proposer's own withdrawal. */
export const MERGE_ANSWERS = ['confirm', 'decline', 'take-back'] as const satisfies readonly MergeMove[]
export const MergeAnswer = z.enum(MERGE_ANSWERS, { error: 'merge.answer.unknown' })
export type MergeAnswer = (typeof MERGE_ANSWERS)[number]

/** In these the two records are one person. */
export const JOINED_STATES = ['merged', 'parting'] as const satisfies readonly MergeState[]
/** In these somebody is asked. */
export const WAITING_STATES = ['proposed', 'parting'] as const satisfies readonly MergeState[]

/** The grant of a manager who looks after merges, break-glass and what is held about persons. */
export const PRIVACY_OFFICER = 'privacy-officer'
