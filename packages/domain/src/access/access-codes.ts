import { z } from 'zod'

/** What somebody is at a service. A membership is account × service × role; the hat worn now is one of them. */
export const ROLES = ['prison-health', 'caseworker', 'manager', 'administrator'] as const
export const Role = z.enum(ROLES, { error: 'access.role.unknown' })
export type Role = (typeof ROLES)[number]

/**
 * How a service stands to a case (one custody episode with its plan).
 *
 * own: the prison that holds the person now · offered: a handoff waits for an answer · accepted: the service took it ·
 * closing: 30 days after the end or the release · ended: the handoff's envelope only · break-glass: an emergency look.
 */
export const RELATIONS = ['own', 'offered', 'accepted', 'closing', 'ended', 'break-glass'] as const
export const Relation = z.enum(RELATIONS, { error: 'access.relation.unknown' })
export type Relation = (typeof RELATIONS)[number]

/** A relation, or none: the service has no part in the case, or the action is about no case at all. */
export const RELATIONS_OR_NONE = [...RELATIONS, 'none'] as const
export type RelationOrNone = (typeof RELATIONS_OR_NONE)[number]

/** One kind of information. One table holds one category; a page shows a category or leaves it out, it never masks. */
export const CATEGORIES = [
  'identity',
  'release',
  'omt',
  'naloxone',
  'health',
  /** HIV and hepatitis: read where the person is held, carried by no handoff until there is a consent to share it. */
  'hiv-hcv',
  'housing',
  'benefits',
  'partner',
  /** Who gave medicine to whom: supportive only, and with a grant only. */
  'sharing-note',
  'documents',
  'work',
  'belongings',
  'support',
  'own-words',
  /** Whom somebody buys or uses with. Stays where it was told. */
  'network',
] as const
export const Category = z.enum(CATEGORIES, { error: 'access.category.unknown' })
export type Category = (typeof CATEGORIES)[number]

/**
 * What a membership may carry beside its role, given by name by an administrator.
 *
 * privacy-officer: reviews broken glass and merges · approver: approves local rules · may-see-couples: partner links, safety
 * blocks and sharing notes
 */
export const GRANTS = ['privacy-officer', 'approver', 'may-see-couples'] as const
export const Grant = z.enum(GRANTS, { error: 'access.grant.unknown' })
export type Grant = (typeof GRANTS)[number]
