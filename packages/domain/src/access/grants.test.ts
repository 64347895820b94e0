import { describe, expect, it } from 'vitest'
import { CATEGORIES, type Grant, ROLES, type Role } from './access-codes.ts'
import { grantOfCategory, holdsGrant, isWholeCase } from './grants.ts'

describe('grants', () => {
  it.each<[Role, string[], Grant, boolean]>([
    ['manager', ['privacy-officer'], 'privacy-officer', true],
    ['manager', [], 'privacy-officer', false],
    ['manager', ['may-see-couples', 'approver'], 'may-see-couples', false],
    ['manager', ['approver'], 'approver', false],
    ['caseworker', ['approver'], 'approver', true],
    ['prison-health', ['approver', 'may-see-couples'], 'may-see-couples', true],
    ['caseworker', ['approver'], 'may-see-couples', false],
    ['caseworker', ['privacy-officer'], 'privacy-officer', false],
    ['administrator', ['privacy-officer', 'approver', 'may-see-couples'], 'privacy-officer', false],
  ])('%s with %j holds %s: %s', (role, grants, grant, expected) => {
    expect(holdsGrant({ role, grants }, grant)).toBe(expected)
  })

  it('asks for one before a sharing note is read, and for none before anything else', () => {
    expect(CATEGORIES.filter((category) => grantOfCategory(category) !== null)).toEqual(['sharing-note'])
  })

  it('gives nobody a grant by a name that is none', () => {
    for (const role of ROLES) expect(holdsGrant({ role, grants: ['', 'toString', 'Approver'] }, 'approver')).toBe(false)
  })

  it('calls a case whole without what takes a grant, and without nothing else', () => {
    expect(isWholeCase(CATEGORIES)).toBe(true)
    for (const category of CATEGORIES)
      expect(isWholeCase(CATEGORIES.filter((other) => other !== category)), category).toBe(category === 'sharing-note')
  })
})
