import type { ServiceKind } from '../service/service-kinds.ts'
import type { RelationOrNone, Role } from './access-codes.ts'

type Rule = {
  /** Which role may do it, and in which relation of its service to the case. `none`: the action is about no single case. */
  may: Partial<Record<Role, readonly RelationOrNone[]>>
  /** Only services of these kinds; every kind where it is left out. */
  kinds?: readonly ServiceKind[]
}

/** A part in which somebody acts on a case. An offered case is read, not worked. */
const HELD = ['own', 'closing'] as const
const TAKEN = ['accepted', 'closing'] as const
/** A part in which a case can be read. */
const SEEN = ['offered', 'accepted', 'closing'] as const
const ABOUT_NO_CASE = ['none'] as const
const DOSING = ['prison-health', 'drug-service', 'dosing-point'] as const

/**
 * Who may do what: role × action × relation of their service to the case. Read by the router (may this role ever?), by use
 * cases (may it in this case?), by pages for their buttons, and by the access matrix, which fails for an action that is not
 * here. Row level security says the same again in SQL.
 */
export const WHO_MAY = {
  'access.me': { may: { 'prison-health': ['none'], caseworker: ['none'], manager: ['none'], administrator: ['none'] } },

  'person.search': { may: { 'prison-health': ABOUT_NO_CASE, caseworker: ABOUT_NO_CASE, manager: ABOUT_NO_CASE } },
  'person.find-likely': { may: { 'prison-health': ABOUT_NO_CASE }, kinds: ['prison-health'] },
  'person.add': { may: { 'prison-health': ABOUT_NO_CASE }, kinds: ['prison-health'] },
  'person.correct': { may: { 'prison-health': HELD }, kinds: ['prison-health'] },

  'release.board': { may: { 'prison-health': ABOUT_NO_CASE, manager: ABOUT_NO_CASE }, kinds: ['prison-health'] },
  'release.change-date': { may: { 'prison-health': ['own'] }, kinds: ['prison-health'] },
  'release.record': { may: { 'prison-health': ['own'] }, kinds: ['prison-health'] },

  'release-list.preview': { may: { 'prison-health': ABOUT_NO_CASE }, kinds: ['prison-health'] },
  'release-list.decide': { may: { 'prison-health': ABOUT_NO_CASE }, kinds: ['prison-health'] },
  'release-list.confirm': { may: { 'prison-health': ABOUT_NO_CASE }, kinds: ['prison-health'] },

  'care-plan.read': { may: { 'prison-health': HELD, caseworker: SEEN, manager: [...HELD, ...SEEN] } },
  'care-plan.record-fact': { may: { 'prison-health': HELD, caseworker: TAKEN } },
  'checklist.set-status': { may: { 'prison-health': HELD, caseworker: TAKEN } },

  'medication.read': { may: { 'prison-health': HELD, caseworker: SEEN, manager: [...HELD, ...SEEN] } },
  'medication.record-treatment': {
    may: { 'prison-health': HELD, caseworker: TAKEN },
    kinds: ['prison-health', 'drug-service'],
  },
  'medication.record-dose': { may: { 'prison-health': HELD, caseworker: TAKEN }, kinds: DOSING },
  'medication.correct-dose': { may: { 'prison-health': HELD, caseworker: TAKEN }, kinds: DOSING },
  'medication.confirm-regime': { may: { 'prison-health': ['own'] }, kinds: ['prison-health'] },
  'naloxone.record-kit': { may: { 'prison-health': HELD, caseworker: TAKEN } },

  'housing.record-first-night': { may: { caseworker: TAKEN, 'prison-health': HELD } },
  'appointment.book': { may: { 'prison-health': HELD, caseworker: TAKEN } },
  'contact.record': { may: { caseworker: TAKEN, 'prison-health': HELD } },
  'outcome.record': { may: { caseworker: TAKEN, 'prison-health': HELD } },

  'handoff.receivers': { may: { 'prison-health': HELD } },
  'handoff.send': { may: { 'prison-health': HELD } },
  'handoff.resend': { may: { 'prison-health': HELD } },
  'handoff.revoke': { may: { 'prison-health': HELD, manager: HELD } },
  'handoff.read': {
    may: { 'prison-health': [...HELD, 'ended'], caseworker: [...SEEN, 'ended'], manager: [...HELD, ...SEEN, 'ended'] },
  },
  'handoff.inbox': { may: { caseworker: ABOUT_NO_CASE, manager: ABOUT_NO_CASE } },
  'handoff.sent': { may: { 'prison-health': ABOUT_NO_CASE, manager: ABOUT_NO_CASE } },
  'handoff.acknowledge': { may: { caseworker: SEEN } },
  'handoff.accept': { may: { caseworker: SEEN } },
  'handoff.reject': { may: { caseworker: SEEN } },

  'continuity.report': { may: { 'prison-health': ABOUT_NO_CASE, caseworker: ABOUT_NO_CASE, manager: ABOUT_NO_CASE } },
  'continuity.cases': { may: { 'prison-health': ABOUT_NO_CASE, caseworker: ABOUT_NO_CASE, manager: ABOUT_NO_CASE } },

  'service.list': {
    may: { 'prison-health': ['none'], caseworker: ['none'], manager: ['none'], administrator: ['none'] },
  },
} as const satisfies Record<string, Rule>

/** Every action that needs a hat, as `<noun>.<verb>`. A procedure's path is the same in camel case. */
export type Action = keyof typeof WHO_MAY

function ruleOf(action: Action): Rule {
  return WHO_MAY[action]
}

/** May somebody in this role, at a service of this kind, do this in any relation at all? The first door. */
export function mayEver(role: Role, kind: ServiceKind | string, action: Action): boolean {
  const rule = ruleOf(action)
  const kindFits = !rule.kinds || rule.kinds.some((one) => one === kind)
  return kindFits && (rule.may[role]?.length ?? 0) > 0
}

/** May somebody in this role, at a service of this kind, do this in a case to which their service stands so? Total. */
export function mayDo(role: Role, kind: ServiceKind | string, action: Action, relation: RelationOrNone): boolean {
  return mayEver(role, kind, action) && (ruleOf(action).may[role]?.includes(relation) ?? false)
}
