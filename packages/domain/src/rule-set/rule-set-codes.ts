import type { Medicine } from '../medication/medication-codes.ts'

/** What rules there are that a clinician can read, approve and replace by the local protocol. */
export const RULE_SET_KINDS = ['routing-by-days', 'depot-windows', 'supply-limits', 'handoff-deadlines'] as const
export type RuleSetKind = (typeof RULE_SET_KINDS)[number]

/**
 * How far a set is to be trusted: read at its source, read second-hand, general knowledge nobody checked yet, ours, or the
 * protocol of a place, as somebody there entered it.
 */
export const RULE_SET_MARKS = ['S', 'S2', 'K', 'ours', 'local'] as const
export type RuleSetMark = (typeof RULE_SET_MARKS)[number]

/** Where a set holds, the nearest first: a service's own, else its country's, else everywhere. */
export const RULE_SET_REACHES = ['service', 'country', 'everywhere'] as const
export type RuleSetReach = (typeof RULE_SET_REACHES)[number]

/** Where a version stands on its way. Only an approved one holds. */
export const RULE_SET_STATES = ['proposed', 'approved', 'superseded', 'withdrawn'] as const
export type RuleSetState = (typeof RULE_SET_STATES)[number]

/** The depots of which windows are data; a protocol names all of them. */
export const DEPOT_MEDICINES = [
  'buprenorphine-weekly-depot',
  'buprenorphine-monthly-depot',
  'buprenorphine-26-day-depot',
] as const satisfies readonly Medicine[]
export type DepotMedicine = (typeof DEPOT_MEDICINES)[number]

/** The right to approve, a grant on the membership of a clinician. */
export const APPROVER = 'approver'
