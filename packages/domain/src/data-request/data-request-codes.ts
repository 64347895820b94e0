import { z } from 'zod'

/** What a person may ask of what is written about them. */
export const DATA_REQUEST_KINDS = ['access', 'correction', 'restriction', 'erasure'] as const
export const DataRequestKind = z.enum(DATA_REQUEST_KINDS, { error: 'data-request.kind.unknown' })
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number]

/** Who asks. Somebody who acts for the person shows that they may. */
export const REQUEST_ASKERS = ['person', 'representative'] as const
export const RequestAsker = z.enum(REQUEST_ASKERS, { error: 'data-request.asker.unknown' })
export type RequestAsker = (typeof REQUEST_ASKERS)[number]

/** How it was made sure that it is they. */
export const IDENTITY_CHECKS = ['known-here', 'document', 'other'] as const
export const IdentityCheck = z.enum(IDENTITY_CHECKS, { error: 'data-request.identity.unknown' })
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number]

/**
 * Where a request stands. `open` counts towards the answer's day; `standing` is a restriction in force, `ended` one that was lifted.
 */
export const DATA_REQUEST_STATES = ['open', 'answered', 'refused', 'taken-back', 'standing', 'ended'] as const
export type DataRequestState = (typeof DATA_REQUEST_STATES)[number]

/** What somebody here does with a request. */
export const DATA_REQUEST_ANSWERS = ['done', 'refuse', 'take-back', 'end'] as const
export const DataRequestAnswer = z.enum(DATA_REQUEST_ANSWERS, { error: 'data-request.answer.unknown' })
export type DataRequestAnswer = (typeof DATA_REQUEST_ANSWERS)[number]
