import { describe, expect, it } from 'vitest'
import { Category, Grant, Relation, Role } from './access-codes.ts'

describe('a word that no list of access knows', () => {
  it.each([
    ['a role', Role, 'prescriber', 'access.role.unknown'],
    ['a part in a case', Relation, 'none', 'access.relation.unknown'],
    ['a category', Category, 'omt-dose', 'access.category.unknown'],
    ['a grant', Grant, 'sees-everything', 'access.grant.unknown'],
  ])('as %s is refused, in words that we have', (_what, codes, word, message) => {
    expect(codes.safeParse(word).error?.issues.map((issue) => issue.message)).toEqual([message])
  })

  it.each([
    ['a role', Role, 'caseworker'],
    ['a part in a case', Relation, 'break-glass'],
    ['a category', Category, 'hiv-hcv'],
    ['a grant', Grant, 'privacy-officer'],
  ])('and one that it knows is %s', (_what, codes, word) => expect(codes.parse(word)).toBe(word))
})
