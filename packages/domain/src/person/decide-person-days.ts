import type { PlainDate } from '../calendar/plain-date.ts'
import { admissionFault, birthFault, type DayFault, releaseDateFault } from '../custody-episode/custody-days.ts'
import type { Certainty } from '../release/release-codes.ts'

/** A day of an input that cannot be. `path` is where the form shows it, `message` the key of the words. */
export type DayRefusal = { path: readonly string[]; message: string }

/**
 * Which days of a person and their custody cannot be, today? All of them, so that a form shows them at once; the schema
 * cannot know today. Empty when there are none.
 */
export function personDayRefusals(
  person: { dateOfBirth: PlainDate | null },
  episode: { admittedOn: PlainDate; releaseDate: PlainDate | null; releaseCertainty: Certainty } | null,
  today: PlainDate,
): DayRefusal[] {
  const { dateOfBirth } = person
  const birth = dateOfBirth && refusal(['person', 'dateOfBirth'], 'person', birthFault(dateOfBirth, today))
  if (episode === null) return birth ? [birth] : []
  const release = { date: episode.releaseDate, certainty: episode.releaseCertainty }
  return [
    birth,
    refusal(['episode', 'admittedOn'], 'custody-episode', admissionFault(episode.admittedOn, dateOfBirth, today)),
    refusal(['episode', 'releaseDate'], 'custody-episode', releaseDateFault(release, episode.admittedOn, today)),
  ].filter((each) => each !== null)
}

function refusal(path: readonly [string, string], noun: string, fault: DayFault | null): DayRefusal | null {
  return fault && { path, message: `${noun}.${path[1]}.${fault}` }
}
