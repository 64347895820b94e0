import { describe, expect, it } from 'vitest'
import type { Area } from '../checklist/areas.ts'
import { AREAS } from '../checklist/areas.ts'
import { SERVICE_KINDS, type ServiceKind } from '../service/service-kinds.ts'
import { CATEGORIES, type RelationOrNone, type Role } from './access-codes.ts'
import { areasClosedTo, areasOfKind, CATEGORIES_OF_AREA, categoriesFor, writableFor } from './categories-of-area.ts'

const ALL = [...CATEGORIES]
const GRANTED = ['sharing-note']
const UNGRANTED = ALL.filter((category) => !GRANTED.includes(category))
const OF_MANAGERS = ALL.filter((category) => !['hiv-hcv', 'partner', 'sharing-note', 'network'].includes(category))

describe('which categories are open', () => {
  it.each<[Role, ServiceKind, RelationOrNone, Area[], string[]]>([
    ['prison-health', 'prison-health', 'own', [], UNGRANTED],
    ['prison-health', 'prison-health', 'closing', [], UNGRANTED],
    ['prison-health', 'prison-health', 'ended', [], []],
    ['manager', 'prison-health', 'own', [], OF_MANAGERS],
    ['caseworker', 'drug-service', 'none', ['omt'], []],
    ['caseworker', 'drug-service', 'ended', ['omt'], []],
    ['caseworker', 'drug-service', 'offered', ['omt'], ['identity', 'release', 'omt', 'naloxone', 'health']],
    [
      'caseworker',
      'drug-service',
      'accepted',
      ['housing', 'partner'],
      ['identity', 'release', 'housing', 'partner', 'belongings'],
    ],
    ['manager', 'drug-service', 'accepted', ['partner'], ['identity', 'release']],
    ['caseworker', 'drug-service', 'break-glass', [], UNGRANTED],
    [
      'caseworker',
      'housing',
      'break-glass',
      [],
      ['identity', 'release', 'housing', 'benefits', 'documents', 'work', 'belongings', 'support'],
    ],
    ['caseworker', 'housing', 'accepted', ['omt'], ['identity', 'release']],
    ['caseworker', 'dosing-point', 'accepted', ['omt'], ['identity', 'release', 'omt', 'naloxone']],
    ['manager', 'region', 'own', [], []],
    ['administrator', 'administration', 'own', [], []],
  ])('%s at a %s, %s, %j', (role, kind, relation, areas, expected) => {
    expect(categoriesFor({ role, kind }, relation, areas)).toEqual(expected)
  })

  it.each<[Role, ServiceKind, RelationOrNone, Area[], string[]]>([
    ['prison-health', 'prison-health', 'own', [], UNGRANTED],
    ['prison-health', 'prison-health', 'closing', [], UNGRANTED],
    // Offered OMT beside the housing that it took.
    ['caseworker', 'drug-service', 'accepted', ['housing'], ['identity', 'release', 'housing', 'belongings']],
    ['caseworker', 'drug-service', 'closing', ['naloxone'], ['identity', 'release', 'naloxone']],
    ['caseworker', 'drug-service', 'offered', ['omt'], []],
    ['caseworker', 'drug-service', 'break-glass', ['omt'], []],
    ['caseworker', 'drug-service', 'ended', ['omt'], []],
    ['manager', 'drug-service', 'accepted', ['partner'], ['identity', 'release']],
  ])('%s at a %s, %s, took %j: may write', (role, kind, relation, taken, expected) => {
    expect(writableFor({ role, kind }, relation, taken)).toEqual(expected)
  })

  it.each<[Role, ServiceKind, Area[]]>([
    ['caseworker', 'drug-service', []],
    ['prison-health', 'prison-health', []],
    ['manager', 'drug-service', ['partner']],
    ['manager', 'prison-health', ['partner']],
    ['caseworker', 'housing', ['partner']],
    ['caseworker', 'benefits', ['partner']],
    ['caseworker', 'probation', ['partner']],
    ['caseworker', 'prison-social-work', ['partner']],
    ['administrator', 'administration', ['partner']],
  ])('%s at a %s: handoffs of %j are absent', (role, kind, closed) => {
    expect(areasClosedTo({ role, kind })).toEqual(closed)
  })

  it.each<[Role, ServiceKind, string[], string[]]>([
    ['prison-health', 'prison-health', ['may-see-couples'], ALL],
    ['caseworker', 'drug-service', ['may-see-couples'], ALL],
    ['caseworker', 'drug-service', ['approver'], UNGRANTED],
    // On a hat that cannot hold it, a grant is worth nothing.
    ['manager', 'prison-health', ['may-see-couples'], OF_MANAGERS],
    [
      'caseworker',
      'peer-support',
      ['may-see-couples'],
      ALL.filter((category) => !['hiv-hcv', 'sharing-note', 'network'].includes(category)),
    ],
    [
      'caseworker',
      'housing',
      ['may-see-couples'],
      ['identity', 'release', 'housing', 'benefits', 'documents', 'work', 'belongings', 'support'],
    ],
    ['administrator', 'administration', ['may-see-couples'], []],
  ])('%s at a %s with %j reads of a case of their own', (role, kind, grants, expected) => {
    expect(categoriesFor({ role, kind, grants }, 'own', [])).toEqual(expected)
  })

  it('carries own words, HIV and hepatitis, sharing notes and the network with nothing, and the area itself always', () => {
    for (const area of AREAS) {
      for (const category of ['own-words', 'hiv-hcv', 'sharing-note', 'network'])
        expect(CATEGORIES_OF_AREA[area]).not.toContain(category)
      expect(CATEGORIES_OF_AREA[area]).toContain(area)
    }
  })

  it('never shows a service more than its kind may see', () => {
    for (const kind of SERVICE_KINDS)
      for (const area of areasOfKind(kind))
        expect(categoriesFor({ role: 'caseworker', kind }, 'accepted', [area])).toContain(area)
  })
})
