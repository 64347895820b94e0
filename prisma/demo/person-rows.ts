import { addDays } from '@throughcare/domain/calendar/plain-date'
import { plainDateIn } from '@throughcare/domain/calendar/zone'
import { nameKey } from '@throughcare/domain/person/name-key'
import type { Sex } from '@throughcare/domain/person/sexes'
import type { Chance } from './chance.ts'
import { makeName } from './demo-names.ts'
import type { DemoRows } from './demo-rows.ts'
import type { EpisodeShape } from './episode-shape.ts'
import type { Stage } from './stage.ts'

/** One person with a number, and how they may be reached. Returns the id. */
export function recordPerson(
  stage: Stage,
  rows: DemoRows,
  chance: Chance,
  { first, sex, createdAt, index }: { first: EpisodeShape; sex: Sex; createdAt: Date; index: number },
): string {
  const prison = stage.services[first.prison]
  const name = makeName(chance, first.country, sex)
  const age = 19 + Math.round(Math.abs(chance.next() + chance.next() - 0.7) * 34)
  const isForeign = name.languages[0] !== { GB: 'en', NO: 'nb', DE: 'de' }[first.country]
  const id = chance.id(createdAt)
  rows.person.push({
    id,
    familyName: name.familyName,
    givenNames: name.givenNames,
    otherNames: name.otherNames,
    nameKey: nameKey(name.familyName, name.givenNames, ...name.otherNames),
    dateOfBirth: chance.isTrue(0.006)
      ? null
      : addDays(plainDateIn(createdAt, prison.zone), -age * 365 - chance.int(0, 364)),
    sex,
    languages: name.languages,
    interpreterNeeded: chance.isTrue(0.2) ? null : isForeign && chance.isTrue(0.45),
    createdByServiceId: prison.id,
    createdAt,
    demo: true,
  })
  rows.personIdentifier.push({
    id: chance.id(createdAt),
    personId: id,
    system: 'prison-number',
    issuerServiceId: prison.id,
    value: first.prison === 'fjordvik' ? `F-${String(20_000 + index)}` : numberOf(chance, index),
  })
  if (chance.isTrue(0.22))
    rows.contactSafety.push({
      personId: id,
      channel: chance.weighted({ phone: 55, text: 25, 'in-person': 12, letter: 5, none: 3 }),
      hours: chance.isTrue(0.4) ? chance.pick(['After four', 'Mornings', 'Not on weekends']) : null,
      wording: chance.isTrue(0.5)
        ? chance.pick(['Say it is about the appointment', 'First name only', 'Do not say who you are'])
        : null,
      voicemail: chance.isTrue(0.3) ? null : chance.isTrue(0.3),
    })
  return id
}

/** As English prisons write them: a letter, four digits, two letters. */
function numberOf(chance: Chance, index: number): string {
  const letters = 'ABCDEFGHJKLMNPRSTVWXYZ'
  return `A${String(1000 + index)}${chance.pick(letters.split(''))}${chance.pick(letters.split(''))}`
}
