import { describe, expect, it } from 'vitest'
import type { Area } from '../checklist/areas.ts'
import { AREAS } from '../checklist/areas.ts'
import { type CaseSharing, NOTHING_SAID } from '../consent/decide-sharing.ts'
import type { ServiceKind } from '../service/service-kinds.ts'
import { WHAT_TRAVELS_SENTENCE, whatTravels } from './what-travels.ts'

const NOW = new Date('2026-03-26T10:00:00Z')
const RECIPIENT = '019a0000-0000-7000-8000-000000000001'
const carriedBy = (kind: ServiceKind, area: Area, said: CaseSharing = NOTHING_SAID) =>
  whatTravels(area, { ...said, recipient: { serviceId: RECIPIENT, kind } }, NOW).carries
const AGREED: CaseSharing = {
  ...NOTHING_SAID,
  consents: [
    {
      consentId: RECIPIENT,
      state: 'given',
      categories: ['own-words'],
      serviceIds: [RECIPIENT],
      kinds: [],
      from: '2026-03-20T00:00:00Z',
      until: null,
    },
  ],
}

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
    expect(carriedBy(kind, area)).toEqual(carries)
  })

  it('tells a service without treatment nothing of one, whatever the area', () => {
    const without: ServiceKind[] = ['housing', 'benefits', 'probation', 'prison-social-work']
    for (const area of AREAS)
      for (const kind of without)
        for (const hidden of ['omt', 'naloxone', 'health', 'partner', 'own-words'] as const)
          expect(carriedBy(kind, area)).not.toContain(hidden)
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
    expect(carriedBy(kind, area, ownWords ? AGREED : NOTHING_SAID).includes('own-words')).toBe(goAlong)
  })

  it('has one sentence for everything', () => {
    const recipient = { serviceId: RECIPIENT, kind: 'drug-service' as const }
    for (const area of AREAS)
      for (const said of [NOTHING_SAID, AGREED])
        expect(whatTravels(area, { ...said, recipient }, NOW).sentence).toBe(WHAT_TRAVELS_SENTENCE)
  })
})
