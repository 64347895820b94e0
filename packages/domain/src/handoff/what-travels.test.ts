import { describe, expect, it } from 'vitest'
import type { Area } from '../checklist/areas.ts'
import { AREAS } from '../checklist/areas.ts'
import { SERVICE_KINDS, type ServiceKind } from '../service/service-kinds.ts'
import { whatTravels } from './what-travels.ts'

describe('what a handoff carries', () => {
  it.each<[Area, ServiceKind, string[]]>([
    ['omt', 'drug-service', ['identity', 'release', 'omt', 'naloxone', 'health']],
    ['omt', 'dosing-point', ['identity', 'release', 'omt', 'naloxone']],
    ['naloxone', 'peer-support', ['identity', 'release', 'naloxone']],
    ['housing', 'housing', ['identity', 'release', 'housing', 'belongings']],
    ['housing', 'drug-service', ['identity', 'release', 'housing', 'belongings']],
    ['benefits', 'benefits', ['identity', 'release', 'benefits', 'documents', 'work']],
    ['partner', 'drug-service', ['identity', 'release', 'partner']],
    ['health', 'drug-service', ['identity', 'release', 'health']],
    ['support', 'probation', ['identity', 'release', 'support']],
  ])('%s to a %s', (area, kind, carries) => {
    expect(whatTravels(kind, area).carries).toEqual(carries)
  })

  it('tells a service without treatment nothing of one, whatever the area', () => {
    const without: ServiceKind[] = ['housing', 'benefits', 'probation', 'prison-social-work']
    for (const area of AREAS)
      for (const kind of without)
        for (const hidden of ['omt', 'naloxone', 'health', 'partner', 'own-words'] as const)
          expect(whatTravels(kind, area).carries).not.toContain(hidden)
  })

  it.each<[Area, ServiceKind, boolean, boolean]>([
    // area, kind, the person agreed, own words go along
    ['omt', 'drug-service', true, true],
    ['support', 'peer-support', true, true],
    ['omt', 'drug-service', false, false],
    ['omt', 'dosing-point', true, false],
    ['housing', 'housing', true, false],
    ['partner', 'drug-service', true, false],
  ])('own words with %s to a %s, agreed: %s', (area, kind, ownWords, goAlong) => {
    expect(whatTravels(kind, area, { ownWords }).carries.includes('own-words')).toBe(goAlong)
  })

  it('has one sentence for everything', () => {
    const sentences = AREAS.flatMap((area) => SERVICE_KINDS.map((kind) => whatTravels(kind, area).sentence))
    expect(new Set(sentences).size).toBe(1)
  })
})
