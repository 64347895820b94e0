import { describe, expect, it } from 'vitest'
import { canReceive, type HandoverNeed, type PossibleReceiver, reasonsNobodyCan } from './can-receive.ts'

const HARBOUR: PossibleReceiver = {
  id: 'harbour',
  kind: 'drug-service',
  country: 'NO',
  serviceAreas: ['oslo', 'norway'],
  receives: ['omt', 'naloxone'],
  activeMembers: 3,
  hasDutyContact: false,
}
const NEED: HandoverNeed = { area: 'omt', sendingServiceId: 'prison', releaseCountry: 'NO', releaseServiceArea: 'oslo' }

describe('U10: who can receive', () => {
  it.each<[string, Partial<PossibleReceiver>, Partial<HandoverNeed>, object]>([
    ['a drug service there', {}, {}, { can: true, withoutMembers: false }],
    ['one for the whole country', {}, { releaseServiceArea: 'norway' }, { can: true, withoutMembers: false }],
    [
      'when nobody knows where to',
      { country: 'BE' },
      { releaseCountry: null, releaseServiceArea: null },
      { can: true, withoutMembers: false },
    ],
    [
      'a pharmacy with a telephone',
      { kind: 'dosing-point', activeMembers: 0, hasDutyContact: true },
      {},
      { can: true, withoutMembers: true },
    ],
    ['the sender itself', {}, { sendingServiceId: 'harbour' }, no('is-the-sender')],
    ['another prison', { kind: 'prison-health' }, {}, no('kind-takes-no-handoffs')],
    ['a region', { kind: 'region' }, {}, no('kind-takes-no-handoffs')],
    ['an administration', { kind: 'administration' }, {}, no('kind-takes-no-handoffs')],
    ['a housing office, for OMT', { kind: 'housing' }, {}, no('kind-may-not-see-area')],
    ['a pharmacy, for housing', { kind: 'dosing-point' }, { area: 'housing' }, no('kind-may-not-see-area')],
    ['one that does not take it', {}, { area: 'health' }, no('does-not-take-area')],
    ['one in another country', { country: 'BE' }, {}, no('other-country')],
    ['one in another part', { serviceAreas: ['bergen', 'norway'] }, {}, no('other-part-of-country')],
    ['one where nobody is', { activeMembers: 0 }, {}, no('nobody-there')],
  ])('%s', (_name, service, need, expected) => {
    expect(canReceive({ ...HARBOUR, ...service }, { ...NEED, ...need })).toEqual(expected)
  })

  it('says why nobody can, most frequent reason first', () => {
    const services = [
      { ...HARBOUR, country: 'BE' },
      { ...HARBOUR, kind: 'region' as const },
      { ...HARBOUR, country: 'PT' },
    ]
    expect(reasonsNobodyCan(services, NEED)).toEqual([
      { because: 'other-country', services: 2 },
      { because: 'kind-takes-no-handoffs', services: 1 },
    ])
  })
})

function no(because: string) {
  return { can: false, because }
}
