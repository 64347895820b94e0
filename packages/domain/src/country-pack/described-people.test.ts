import { describe, expect, it } from 'vitest'
import { ruleFacts } from '../../testing/case-facts.ts'
import {
  type DescribedPeople,
  type DescribedPerson,
  MADE_AT,
  RELEASED_ON,
} from '../../testing/country-pack/described-person.ts'
import { PEOPLE_BE } from '../../testing/country-pack/people-be.ts'
import { PEOPLE_DE } from '../../testing/country-pack/people-de.ts'
import { PEOPLE_FR } from '../../testing/country-pack/people-fr.ts'
import { PEOPLE_GB } from '../../testing/country-pack/people-gb.ts'
import { PEOPLE_NO } from '../../testing/country-pack/people-no.ts'
import { PEOPLE_PT } from '../../testing/country-pack/people-pt.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import { planItems } from '../checklist/plan-items.ts'
import { currentRuleSetFor } from '../checklist/rule-sets.ts'

const PLACES = [PEOPLE_GB, PEOPLE_DE, PEOPLE_FR, PEOPLE_BE, PEOPLE_PT, PEOPLE_NO]
const EVERYONE = PLACES.flatMap((place) =>
  place.people.map((person): [string, DescribedPeople, DescribedPerson] => [person.who, place, person]),
)
const HOUR = 3_600_000

describe('forty described people', () => {
  it('are forty, in six countries', () => {
    expect(EVERYONE).toHaveLength(40)
    expect(PLACES).toHaveLength(6)
  })

  it.each(EVERYONE)('%s: exactly these items, these owners, these due times', (_who, place, person) => {
    const planned = planItems(currentRuleSetFor(place.country, place.region), ruleFacts(person.said, person.recorded), {
      releaseDate: couldLeaveAnyDay(person) ? null : getPlainDate(RELEASED_ON),
      releaseCertainty: person.recorded?.releaseCertainty ?? 'confirmed',
      releasedAt: null,
      madeAt: new Date(MADE_AT),
      zone: getZone(place.timeZone),
    })
    const expected = person.items
      .flatMap((lines) => lines.split('\n'))
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => asWritten(line, place, person))
    expect(
      planned
        .map(({ code, ownerSide, dueAt, doneByFact }) => [code, ownerSide, instant(dueAt), doneByFact].join(' '))
        .toSorted(),
    ).toEqual(expected.toSorted())
  })
})

/** The line's own due time, by the calendar and not by the rules. */
function asWritten(line: string, place: DescribedPeople, person: DescribedPerson): string {
  const [owner, due = '', standing = '', code, done] = line.split(/\s+/)
  const gate = Date.parse(`${RELEASED_ON}T00:00:00Z`) + place.gateHour * HOUR
  const afterMaking = standing === 's-' ? null : new Date(Date.parse(MADE_AT) + Number(standing.slice(1)) * 24 * HOUR)
  const hours = due.startsWith('d') ? Number(due.slice(1)) * 24 : Number(due.slice(1))
  return [
    code,
    owner,
    instant(couldLeaveAnyDay(person) ? afterMaking : new Date(gate + hours * HOUR)),
    done === 'done',
  ].join(' ')
}

function couldLeaveAnyDay(person: DescribedPerson): boolean {
  return person.recorded?.releaseCertainty === 'could-be-any-day'
}

function instant(at: Date | null): string {
  return at?.toISOString() ?? 'no-due-time'
}
