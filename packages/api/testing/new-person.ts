import { randomUUID } from 'node:crypto'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import type { AddPersonInput } from '@throughcare/domain/person/add-person-input'

type Changes = {
  requestId?: string
  prisonNumber?: string
  person?: Partial<Omit<AddPersonInput['person'], 'dateOfBirth'>> & { dateOfBirth?: string | null }
  episode?: Partial<Omit<AddPersonInput['episode'], 'admittedOn' | 'releaseDate'>> & {
    admittedOn?: string
    releaseDate?: string | null
  }
  duplicate?: AddPersonInput['duplicate']
}

let number = 5000

/** What a prison tells when it adds somebody, with a number of its own; the changes are what the test is about. */
export function aNewPerson({ person, episode, ...changes }: Changes = {}): AddPersonInput {
  const dateOfBirth = person?.dateOfBirth === undefined ? '1979-05-17' : person.dateOfBirth
  const releaseDate = episode?.releaseDate === undefined ? '2026-04-16' : episode.releaseDate
  return {
    requestId: randomUUID(),
    prisonNumber: `N${number++}ZZ`,
    telephone: null,
    duplicate: { kind: 'nobody-shown' },
    ...changes,
    person: {
      familyName: 'Solberg',
      givenNames: 'Iver',
      otherNames: [],
      sex: 'unknown',
      languages: [],
      interpreterNeeded: null,
      ...person,
      dateOfBirth: dateOfBirth === null ? null : getPlainDate(dateOfBirth),
    },
    episode: {
      legalStatus: 'sentenced',
      releaseCertainty: 'confirmed',
      releaseCountry: 'GB',
      releaseArea: null,
      ...episode,
      admittedOn: getPlainDate(episode?.admittedOn ?? '2025-12-01'),
      releaseDate: releaseDate === null ? null : getPlainDate(releaseDate),
    },
  }
}
