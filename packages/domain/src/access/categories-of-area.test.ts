import { describe, expect, it } from 'vitest'
import type { Area } from '../checklist/areas.ts'
import { AREAS } from '../checklist/areas.ts'
import { SERVICE_KINDS, type ServiceKind } from '../service/service-kinds.ts'
import { CATEGORIES, type RelationOrNone, type Role } from './access-codes.ts'
import { areasOfKind, CATEGORIES_OF_AREA, categoriesFor } from './categories-of-area.ts'

const ALL = [...CATEGORIES]

describe('which categories are open', () => {
  it.each<[Role, ServiceKind, RelationOrNone, Area[], string[]]>([
    ['prison-health', 'prison-health', 'own', [], ALL],
    ['prison-health', 'prison-health', 'closing', [], ALL],
    ['prison-health', 'prison-health', 'ended', [], []],
    ['manager', 'prison-health', 'own', [], ALL.filter((category) => category !== 'partner')],
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

  it('carries own words with nothing yet, and the area itself always', () => {
    for (const area of AREAS) {
      expect(CATEGORIES_OF_AREA[area]).not.toContain('own-words')
      expect(CATEGORIES_OF_AREA[area]).toContain(area)
    }
  })

  it('never shows a service more than its kind may see', () => {
    for (const kind of SERVICE_KINDS)
      for (const area of areasOfKind(kind))
        expect(categoriesFor({ role: 'caseworker', kind }, 'accepted', [area])).toContain(area)
  })
})
