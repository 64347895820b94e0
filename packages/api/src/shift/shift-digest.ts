import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findShift, type StoredShiftEntry } from '@throughcare/db/shift/shift-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone } from '@throughcare/domain/calendar/zone'
import {
  SHIFT_KINDS,
  type ShiftInput,
  type ShiftKind,
  shiftDays,
  shiftSince,
} from '@throughcare/domain/shift/shift-input'

/** As many entries as anybody reads out at a handover. */
const MOST_ENTRIES = 400

/** What happened in one case, or with one handoff of which only the envelope is left: the newest first. */
export type ShiftCase = Pick<StoredShiftEntry, 'episodeId' | 'familyName' | 'givenNames'> & {
  key: string
  entries: Omit<StoredShiftEntry, 'episodeId' | 'personId' | 'familyName' | 'givenNames'>[]
}

/** What happened since the shift began, from the record. Instants are ISO texts. */
export type ShiftDigest = {
  since: string
  now: string
  timeZone: string
  /** The days on which the shift can have begun. */
  days: PlainDate[]
  counts: Record<ShiftKind, number>
  /** Whoever something happened to last comes first. */
  cases: ShiftCase[]
  /** There is more: the shift began longer ago than a page holds. */
  isCut: boolean
}

/** The digest of a shift of the actor's service: made of what was recorded, so that nobody types it. */
export function shiftDigest(actor: Actor, input: ShiftInput): Promise<ShiftDigest> {
  const zone = getZone(actor.serviceTimeZone)
  return asActor(actor, async (deed) => {
    const since = shiftSince(input, deed.now, zone)
    const found = await findShift(deed, since, MOST_ENTRIES + 1)
    const entries = found.slice(0, MOST_ENTRIES)
    const cases = casesOf(entries)
    await recordAudit(deed, {
      action: 'shift.digest',
      episodeIds: cases.flatMap(({ episodeId }) => episodeId ?? []),
      personIds: [...new Set(entries.flatMap(({ personId }) => personId ?? []))],
    })
    return {
      since: since.toISOString(),
      now: deed.now.toISOString(),
      timeZone: zone,
      days: shiftDays(deed.now, zone),
      counts: countsOf(entries),
      cases,
      isCut: found.length > MOST_ENTRIES,
    }
  })
}

function countsOf(entries: readonly StoredShiftEntry[]): Record<ShiftKind, number> {
  const of = (kind: ShiftKind): number => entries.filter((entry) => entry.kind === kind).length
  return Object.fromEntries(SHIFT_KINDS.map((kind) => [kind, of(kind)])) as Record<ShiftKind, number>
}

function casesOf(entries: readonly StoredShiftEntry[]): ShiftCase[] {
  const byCase = Map.groupBy(entries, ({ episodeId, handoffId, key }) => episodeId ?? handoffId ?? key)
  return [...byCase].flatMap(([key, of]) => {
    const [first] = of
    if (!first) return []
    const { episodeId, familyName, givenNames } = first
    return [{ key, episodeId, familyName, givenNames, entries: of.map(withoutPerson) }]
  })
}

function withoutPerson({
  episodeId: _episode,
  personId: _person,
  familyName: _family,
  givenNames: _given,
  ...entry
}: StoredShiftEntry): ShiftCase['entries'][number] {
  return entry
}
