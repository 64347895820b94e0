import type { PlainDate } from '../calendar/plain-date.ts'

/** One prison's part of an episode; `untilAt` is null while the person is there, or was there when the episode ended. */
export type CustodyStay = { prisonServiceId: string; fromAt: Date; untilAt: Date | null }

export type WhereIs =
  | { kind: 'in-custody'; prisonServiceId: string; since: Date }
  /** `lastPrisonServiceId` is null for an episode on which no stay was recorded. */
  | { kind: 'out'; since: Date | null; endedOn: PlainDate; lastPrisonServiceId: string | null }
  /** The episode goes on and no prison says that the person is there: between two prisons, or a gap in the record. */
  | { kind: 'unknown'; lastPrisonServiceId: string | null }

/**
 * Where is the person of this episode, at this instant? A stay that begins later does not count yet; of overlapping
 * stays, which the database refuses, the later one would.
 */
export function whereIs(
  episode: { endedOn: PlainDate | null; releasedAt: Date | null },
  stays: readonly CustodyStay[],
  now: Date,
): WhereIs {
  const begun = stays
    .filter((stay) => stay.fromAt <= now)
    .toSorted((left, right) => left.fromAt.getTime() - right.fromAt.getTime())
  const last = begun.at(-1)
  if (episode.endedOn !== null) {
    const lastPrisonServiceId = last?.prisonServiceId ?? null
    return { kind: 'out', since: episode.releasedAt, endedOn: episode.endedOn, lastPrisonServiceId }
  }
  if (last && (last.untilAt === null || last.untilAt > now))
    return { kind: 'in-custody', prisonServiceId: last.prisonServiceId, since: last.fromAt }
  return { kind: 'unknown', lastPrisonServiceId: last?.prisonServiceId ?? null }
}
