import { z } from 'zod'

/** What may stand in the way of a person. In the order in which it is offered. */
export const BARRIER_CODES = [
  'proof-of-history',
  'back-bill',
  'no-id',
  'no-bank-account',
  'no-insurance',
  'no-address',
  'waiting-list',
  'no-couples',
  'distance',
  'no-transport',
  'opening-hours',
  'referral-only',
  'language',
  'stigma',
  'money',
  'other',
] as const
export const BarrierCode = z.enum(BARRIER_CODES, 'barrier.code.unknown')
export type BarrierCode = (typeof BARRIER_CODES)[number]

/** Who could take it away: people around the person, a service, or those who make the rules. */
export const BARRIER_LEVELS = ['relationship', 'service', 'structure'] as const
export const BarrierLevel = z.enum(BARRIER_LEVELS, 'barrier.level.unknown')
export type BarrierLevel = (typeof BARRIER_LEVELS)[number]

/**
 * How a barrier ended. Parting a couple so that one of them is let in is none of these ways: it is never suggested
 * (domain research H13). Where two people decided so themselves, it is theirs: `person-chose-otherwise`.
 */
export const BARRIER_ENDS = [
  'letter-accepted',
  'paid-or-agreed',
  'obtained',
  'place-came-free',
  'taken-in-together',
  'rule-changed',
  'other-service',
  'person-chose-otherwise',
  'other',
] as const
export const BarrierEnd = z.enum(BARRIER_ENDS, 'barrier.resolvedHow.unknown')
export type BarrierEnd = (typeof BARRIER_ENDS)[number]
