import { describe, expect, it } from 'vitest'
import { type HousingPrompt, housingPrompts, type PlaceToAsk } from './housing-prompts.ts'
import { RecordPlaceInput } from './record-place-input.ts'

const PLACE: PlaceToAsk = {
  kind: 'supported',
  confirmed: 'confirmed',
  peopleUsing: 'no',
  lockable: 'yes',
  keyFrom: '15:00',
  way: 'Bus 4',
  fallback: null,
}

describe('what is still to be asked about a place', () => {
  it.each<[string, PlaceToAsk | null, HousingPrompt[]]>([
    ['nothing was said', null, ['no-place', 'no-fallback']],
    ['no place, but somewhere else', { ...PLACE, kind: 'none', fallback: 'Night shelter' }, ['no-place']],
    ['all is known', PLACE, []],
    ['asked for, not confirmed', { ...PLACE, confirmed: 'asked' }, ['not-confirmed', 'no-fallback']],
    ['asked for, with somewhere else', { ...PLACE, confirmed: 'asked', fallback: 'Shelter' }, ['not-confirmed']],
    ['a key is not needed at home', { ...PLACE, kind: 'own-home', keyFrom: null }, []],
    ['no key time, no way', { ...PLACE, keyFrom: null, way: null }, ['no-key-time', 'no-way']],
    ['N16: a shelter where nothing can be locked', { ...PLACE, kind: 'shelter', lockable: 'no' }, ['ask-storage']],
    ['N16: people there using, lock not known', { ...PLACE, peopleUsing: 'yes', lockable: 'unknown' }, ['ask-storage']],
    ['a hostel without a lock', { ...PLACE, kind: 'hostel', lockable: 'no' }, ['ask-storage']],
    [
      'with family, nobody asked about a lock',
      { ...PLACE, kind: 'family-or-friends', lockable: 'unknown' },
      ['ask-storage'],
    ],
    ['supported, without a lock', { ...PLACE, lockable: 'no' }, ['ask-storage']],
    [
      'nobody asked who uses there',
      { ...PLACE, kind: 'hotel', peopleUsing: 'unknown', lockable: 'no' },
      ['ask-storage'],
    ],
    ['a place that nobody knows', { ...PLACE, kind: 'unknown' }, ['no-place', 'no-fallback']],
    ['people there using, and a lock', { ...PLACE, kind: 'hotel', peopleUsing: 'yes' }, []],
    ['at home alone, no lock', { ...PLACE, kind: 'own-home', lockable: 'no' }, []],
  ])('%s', (_what, place, prompts) => {
    expect(housingPrompts(place)).toEqual(prompts)
  })
})

describe('a place', () => {
  const takes = {
    episodeId: '019a0000-0000-7000-8000-000000000001',
    requestId: '019a0000-0000-7000-8000-000000000002',
    span: 'first-night',
    seenVersion: 0,
    address: null,
    confirmedBy: 'Karl at Haven',
    fallbackPhone: null,
    ...PLACE,
  }
  it.each<[object, string[]]>([
    [{}, []],
    [{ confirmedBy: null }, ['housing.confirmedBy.missing']],
    [{ confirmed: 'asked', confirmedBy: null }, []],
    [{ kind: 'unknown' }, ['housing.kind.nothing-to-confirm']],
    [{ lockable: null }, ['housing.lockable.unknown']],
  ])('%j', (more, messages) => {
    const found = RecordPlaceInput.safeParse({ ...takes, ...more })
    expect(found.success ? [] : found.error.issues.map(({ message }) => message)).toEqual(messages)
  })
})
