import { describe, expect, it } from 'vitest'
import type { Category, Role } from './access-codes.ts'
import { type Action, isAboutACase, isOpenFor, mayDo, mayEver } from './who-may.ts'

describe('the first door: whether a hat ever does this, in whatever part', () => {
  it.each<[Role, string, Action, string[], boolean]>([
    ['prison-health', 'prison-health', 'release.record', [], true],
    ['caseworker', 'drug-service', 'release.record', [], false],
    ['caseworker', 'drug-service', 'handoff.acknowledge', [], true],
    ['caseworker', 'drug-service', 'person.search', [], true],
    ['manager', 'region', 'person.search', [], false],
    ['administrator', 'administration', 'audit.board', [], true],
    // Managers of a prison propose a merge as privacy officers; whoever treats there needs no grant.
    ['manager', 'prison-health', 'merge.propose', [], false],
    ['manager', 'prison-health', 'merge.propose', ['privacy-officer'], true],
    ['prison-health', 'prison-health', 'merge.propose', [], true],
    ['caseworker', 'drug-service', 'partner.plan-together', [], false],
    ['caseworker', 'drug-service', 'partner.plan-together', ['may-see-couples'], true],
    ['caseworker', 'housing', 'partner.plan-together', ['may-see-couples'], false],
    // No such kind of service, and words that every object has.
    ['caseworker', 'shelter', 'person.search', [], false],
    ['caseworker', 'toString', 'person.search', [], false],
    ['caseworker', '', 'access.me', [], false],
  ])('%s at a %s: %s with %j: %s', (role, kind, action, grants, expected) => {
    expect(mayEver(role, kind, action, grants)).toBe(expected)
    if (grants.length === 0) expect(mayEver(role, kind, action)).toBe(expected)
  })

  it.each<[Role, Action, string[], boolean]>([
    ['manager', 'merge.propose', [], false],
    ['manager', 'merge.propose', ['approver'], false],
    ['manager', 'merge.propose', ['privacy-officer'], true],
    ['prison-health', 'merge.propose', [], true],
    ['prison-health', 'partner.plan-together', [], false],
    ['prison-health', 'partner.plan-together', ['may-see-couples'], true],
  ])('%s of the prison that holds the person: %s with %j: %s', (role, action, grants, expected) => {
    expect(mayDo(role, action, 'own', 'prison-health', grants)).toBe(expected)
  })
})

describe('whether an action is about one case', () => {
  it.each<[Role, Action, boolean]>([
    ['prison-health', 'release.record', true],
    ['prison-health', 'release.board', false],
    ['caseworker', 'handoff.acknowledge', true],
    ['caseworker', 'person.search', false],
    // Whoever may not do it looks up no case for it.
    ['administrator', 'release.record', false],
    ['caseworker', 'release.record', false],
  ])('%s, %s: %s', (role, action, expected) => expect(isAboutACase(role, action)).toBe(expected))
})

describe('whether a part opens what an action is about', () => {
  const nothing = { categories: [], writes: [] }
  it.each<[string, Action, { categories: Category[]; writes: Category[] }, Category | null | undefined, boolean]>([
    ['a search is about no case', 'person.search', nothing, undefined, true],
    ['reading a dose takes the category', 'medication.by-episode', nothing, undefined, false],
    [
      'reading a dose takes no right to write',
      'medication.by-episode',
      { categories: ['omt'], writes: [] },
      undefined,
      true,
    ],
    ['recording one does', 'medication.record-dose', { categories: ['omt'], writes: [] }, undefined, false],
    ['recording one, with it', 'medication.record-dose', { categories: ['omt'], writes: ['omt'] }, undefined, true],
    ['what is about no category is open', 'medication.record-dose', nothing, null, true],
    [
      'another category, where the action is about several',
      'medication.record-dose',
      { categories: [], writes: ['omt'] },
      'health',
      false,
    ],
  ])('%s', (_what, action, part, category, expected) => {
    expect(
      category === undefined ? isOpenFor('caseworker', action, part) : isOpenFor('caseworker', action, part, category),
    ).toBe(expected)
  })
})
