import { describe, expect, it } from 'vitest'
import { SERVICE_KINDS, type ServiceKind } from '../service/service-kinds.ts'
import { GRANTS, RELATIONS_OR_NONE, type RelationOrNone, ROLES, type Role } from './access-codes.ts'
import { ACTIONS, type Action, isAboutACase, isOpenFor, mayDo } from './who-may.ts'
import { WHO_MAY } from './who-may-table.ts'

describe('who may do what', () => {
  it.each<[Role, ServiceKind, Action, RelationOrNone, boolean]>([
    ['prison-health', 'prison-health', 'person.add', 'none', true],
    ['caseworker', 'drug-service', 'person.add', 'none', false],
    ['manager', 'prison-health', 'person.add', 'none', false],
    ['prison-health', 'prison-health', 'release.change-date', 'own', true],
    ['prison-health', 'prison-health', 'release.change-date', 'closing', false],
    ['prison-health', 'prison-health', 'release.change-date', 'none', false],
    ['prison-health', 'prison-health', 'medication.record-dose', 'closing', true],
    ['caseworker', 'drug-service', 'medication.record-dose', 'accepted', true],
    ['caseworker', 'drug-service', 'medication.record-dose', 'offered', false],
    ['caseworker', 'dosing-point', 'medication.record-dose', 'accepted', true],
    ['caseworker', 'peer-support', 'medication.record-dose', 'accepted', false],
    ['caseworker', 'housing', 'medication.record-dose', 'accepted', false],
    ['caseworker', 'housing', 'medication.by-episode', 'accepted', false],
    ['caseworker', 'housing', 'housing.record-first-night', 'accepted', true],
    ['caseworker', 'dosing-point', 'housing.record-first-night', 'accepted', false],
    ['caseworker', 'drug-service', 'handoff.acknowledge', 'offered', true],
    ['caseworker', 'drug-service', 'handoff.acknowledge', 'none', false],
    ['prison-health', 'prison-health', 'handoff.acknowledge', 'own', false],
    ['manager', 'drug-service', 'handoff.acknowledge', 'offered', false],
    ['manager', 'drug-service', 'handoff.accept', 'offered', true],
    ['manager', 'drug-service', 'handoff.reject', 'offered', false],
    // Nothing is handed over to a prison, and what is finished cannot be finished again.
    ['manager', 'prison-health', 'handoff.accept', 'closing', false],
    ['caseworker', 'drug-service', 'handoff.finish', 'accepted', true],
    ['caseworker', 'drug-service', 'handoff.finish', 'closing', false],
    ['manager', 'prison-health', 'handoff.revoke', 'own', true],
    ['manager', 'prison-health', 'handoff.send', 'own', false],
    ['manager', 'drug-service', 'medication.by-episode', 'accepted', false],
    ['manager', 'region', 'continuity.report', 'none', true],
    ['manager', 'region', 'continuity.cases', 'none', false],
    ['manager', 'region', 'person.search', 'none', false],
    ['administrator', 'administration', 'service.list', 'none', true],
    ['administrator', 'administration', 'continuity.report', 'none', false],
    ['administrator', 'administration', 'audit.board', 'none', true],
    ['caseworker', 'probation', 'partner.record-wish', 'accepted', false],
    // A hat that no service of this kind gives out.
    ['prison-health', 'drug-service', 'person.add', 'none', false],
    ['administrator', 'drug-service', 'service.list', 'none', false],
  ])('%s at a %s: %s, %s: %s', (role, kind, action, relation, expected) => {
    expect(mayDo(role, action, relation, kind)).toBe(expected)
  })

  it.each<[Role, Action, boolean]>([
    ['caseworker', 'medication.by-episode', true],
    ['caseworker', 'medication.record-dose', false],
    ['caseworker', 'naloxone.record-kit', false],
    ['caseworker', 'housing.record-first-night', true],
    ['caseworker', 'contact.record', true],
    ['caseworker', 'handoff.inbox', true],
  ])('%s of a service that took housing and is offered OMT: %s %s', (role, action, expected) => {
    const writes = ['identity', 'release', 'housing'] as const
    expect(isOpenFor(role, action, { categories: [...writes, 'omt', 'naloxone'], writes })).toBe(expected)
  })

  // The second finds nothing in it: handoff-message's own tests and the matrix look at that.
  const ON_THE_ENVELOPE: readonly Action[] = ['handoff.by-id', 'handoff-message.by-handoff']

  it('lets nobody outside a case do anything about it, and nothing after its end but read the envelope', () => {
    for (const action of ACTIONS)
      for (const role of ROLES)
        for (const kind of SERVICE_KINDS) {
          if (isAboutACase(role, action)) expect(mayDo(role, action, 'none', kind)).toBe(false)
          if (isAboutACase(role, action) && !ON_THE_ENVELOPE.includes(action))
            expect(mayDo(role, action, 'ended', kind)).toBe(false)
        }
  })

  it('shows an administrator no case', () => {
    const allowed = ACTIONS.filter((action) =>
      RELATIONS_OR_NONE.some((relation) => mayDo('administrator', action, relation, 'administration')),
    )
    expect(allowed).toContain('service.list')
    expect(allowed.filter((action) => WHO_MAY[action].category !== null)).toEqual([])
  })

  it('has somebody for every action', () => {
    for (const action of ACTIONS)
      expect(
        ROLES.some((role) =>
          SERVICE_KINDS.some((kind) =>
            RELATIONS_OR_NONE.some((relation) => mayDo(role, action, relation, kind, GRANTS)),
          ),
        ),
        action,
      ).toBe(true)
  })

  it('names actions as procedures are named', () => {
    for (const action of Object.keys(WHO_MAY)) expect(action).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/)
  })
})
