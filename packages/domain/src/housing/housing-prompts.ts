import type { HousingAnswer, HousingConfirmed, HousingKind } from './housing-codes.ts'

/** What is worth asking about a place before the gate opens. None of it is a score, and none keeps anybody out. */
export const HOUSING_PROMPTS = [
  'no-place',
  'not-confirmed',
  'no-fallback',
  'no-key-time',
  'no-way',
  'ask-storage',
] as const
export type HousingPrompt = (typeof HOUSING_PROMPTS)[number]

/** A place as far as the prompts ask. */
export type PlaceToAsk = {
  kind: HousingKind
  confirmed: HousingConfirmed
  peopleUsing: HousingAnswer
  lockable: HousingAnswer
  keyFrom: string | null
  way: string | null
  fallback: string | null
}

const SHARED: readonly HousingKind[] = ['hostel', 'shelter', 'family-or-friends', 'supported']

/**
 * What is still to be asked about a place (domain research E2, N16)? Null is a span of which nothing was said.
 *
 * Where medicine could be seen by others and it is not known that it can be locked away, storage and another way of
 * collecting are talked about: "people there will be using" leads to that question and to nothing else.
 */
export function housingPrompts(place: PlaceToAsk | null): HousingPrompt[] {
  if (place === null || place.kind === 'none' || place.kind === 'unknown')
    return ['no-place', ...(place?.fallback ? [] : (['no-fallback'] as const))]
  const isShared = SHARED.includes(place.kind) || place.peopleUsing !== 'no'
  const prompts: [HousingPrompt, boolean][] = [
    ['not-confirmed', place.confirmed !== 'confirmed'],
    ['no-fallback', place.confirmed !== 'confirmed' && place.fallback === null],
    ['no-key-time', place.keyFrom === null && place.kind !== 'own-home'],
    ['no-way', place.way === null],
    ['ask-storage', isShared && place.lockable !== 'yes'],
  ]
  return prompts.flatMap(([prompt, isTold]) => (isTold ? [prompt] : []))
}
