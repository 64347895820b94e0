import { describe, expect, it } from 'vitest'
import type { Area } from '../checklist/areas.ts'
import { AREAS } from '../checklist/areas.ts'
import { SERVICE_KINDS, type ServiceKind } from '../service/service-kinds.ts'
import { CATEGORIES, type RelationOrNone, type Role } from './access-codes.ts'
import { areasClosedTo, areasOfKind, CATEGORIES_OF_AREA, categoriesFor, writableFor } from './categories-of-area.ts'

const ALL = [...CATEGORIES]

describe('which categories are open', () => {
  it.each<[Role, ServiceKind, RelationOrNone, Area[], string[]]>([
    ['prison-health', 'prison-health', 'own', [], ALL],
    ['prison-health', 'prison-health', 'closing', [], ALL],
    ['prison-health', 'prison-health', 'ended', [], []],
    ['manager', 'prison-health', 'own', [], ALL.filter((category) => category !== 'partner' && category !== 'hiv-hcv')],
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
    ['caseworker', 'drug-service', 'break-glass', [], ALL],
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
    ['prison-health', 'prison-health', 'own', [], ALL],
    ['prison-health', 'prison-health', 'closing', [], ALL],
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

  it('carries own words, HIV and hepatitis with nothing yet, and the area itself always', () => {
    for (const area of AREAS) {
      expect(CATEGORIES_OF_AREA[area]).not.toContain('own-words')
      expect(CATEGORIES_OF_AREA[area]).not.toContain('hiv-hcv')
      expect(CATEGORIES_OF_AREA[area]).toContain(area)
    }
  })

  it('never shows a service more than its kind may see', () => {
    for (const kind of SERVICE_KINDS)
      for (const area of areasOfKind(kind))
        expect(categoriesFor({ role: 'caseworker', kind }, 'accepted', [area])).toContain(area)
  })
})
