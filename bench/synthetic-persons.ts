/** Persons that nobody is: names put together from parts of names, as many of each as registers have. */

export type SyntheticPerson = { familyName: string; givenNames: string; dateOfBirth: string; number: string }

const FAMILY_STARTS =
  'Ander Berg Brandt Christ Dahl Eng Fern Gra Hag Hal Han Hav Her Hol Jan Jen John Karl Kling Kra Lar Lind Lund Mart Mor Nil Nord Oku Ol Os Peder Pet Ras Rich Rod Rosen San Schmid Simon Sol Sten Strand Sund Thor Val Vest Wal Web Wik Win'.split(
    ' ',
  )
const FAMILY_ENDS =
  'sen son es ez ova ski berg dal land vik stad haug gaard mann er ström lund feld hoff bakk by ton ley worth ford well'.split(
    ' ',
  )
const FAMILY_WHOLE =
  "O'Neill|O'Connor|D'Souza|Al-Hassan|El Amrani|van den Berg|De Smet|da Silva|Nguyễn|Müller|Schäfer|Øvergård|Ågren|Þórsson|Kowalczyk|Łukasik|Şahin|Çelik|Ivanović|García López|Smith-Jones|Null|Test|Ó Briain".split(
    '|',
  )
const GIVEN =
  'Aisha Anna Anders Åse Ben Björn Carla Chinwe Dag Daniel Dieter Elif Emma Erik Eva Fatima Femi Finn Grace Hana Hugo Ida Ingrid Ivan Jakub Jean-Luc José Kari Karim Lars Lea Luc Maja Marek Maria Mina Mohammed Mona Nadia Nils Noor Ola Omar Olu Pablo Per Piet Renée Rosa Samuel Sara Siân Simon Sofie Ståle Tiago Tom Tove Ulf Vera Yusuf Zoë'.split(
    ' ',
  )

/** The same chance for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** So many persons. Few names are very common and many are rare, as in life. */
export function* syntheticPersons(count: number, seed = 20_260_326): Generator<SyntheticPerson> {
  const next = chance(seed)
  const pick = <T>(from: readonly T[], lean = 1): T => from[Math.floor(next() ** lean * from.length)] as T
  for (let index = 0; index < count; index += 1) {
    const given = next() < 0.15 ? `${pick(GIVEN)} ${pick(GIVEN)}` : pick(GIVEN, 1.6)
    const family = next() < 0.06 ? pick(FAMILY_WHOLE) : `${pick(FAMILY_STARTS, 1.5)}${pick(FAMILY_ENDS, 2.2)}`
    const doubled = next() < 0.1 ? `${family} ${pick(FAMILY_STARTS)}${pick(FAMILY_ENDS)}` : family
    const birth = new Date(Date.UTC(1950, 0, 1) + Math.floor(next() * 56 * 365.25) * 86_400_000)
    yield {
      familyName: doubled,
      givenNames: next() < 0.01 ? '' : given,
      dateOfBirth: birth.toISOString().slice(0, 10),
      number: `${'ABCD'[index % 4]}${String(1000 + Math.floor(index / 4)).padStart(4, '0')}${'ABCDEFGHJKLMNPRSTUVWXYZ'[index % 23]}${'YZ'[index % 2]}`,
    }
  }
}
