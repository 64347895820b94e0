import { addDays, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { endOfDay, startOfDay } from '@throughcare/domain/calendar/zone'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import type { Chance } from './chance.ts'
import type { DemoRows } from './demo-rows.ts'
import type { DemoPrison } from './demo-services.ts'
import { certaintyOf, type EpisodeShape, qualityOf } from './episode-shape.ts'
import { earlier, hoursAfter, someTimeOn } from './moments.ts'
import { firstDay, type Stage, type StageService } from './stage.ts'
import type { Truth } from './truth.ts'

/** A case in the making: what every part of its story reads, and where it puts its rows. */
export type DemoCase = {
  stage: Stage
  chance: Chance
  rows: DemoRows
  shape: EpisodeShape
  truth: Truth
  personId: string
  episodeId: string
  prison: StageService
  /** Since when the record has the case. */
  knownFrom: Date
  /** How well things went, 0 to 1. */
  quality: number
  /** The date that stands in the record, and how sure it is. */
  releaseDate: PlainDate | null
  certainty: Certainty
  releasedAt: Date | null
  /** When the recall ended this time outside; null when it did not. */
  backInsideOn: PlainDate | null
  /** Something that must be among the just released, whatever chance says. */
  special: Special | null
}

export const SPECIALS = [
  'unanswered',
  'rejected',
  'accepted-and-dosed',
  'did-not-arrive',
  'unknown-last-dose',
  'depot',
  'weekend-take-home',
  'late-entry',
] as const
export type Special = (typeof SPECIALS)[number]

/** Opens the case: its custody, its prisons, and the history of its release date. */
export function openCase(
  stage: Stage,
  chance: Chance,
  rows: DemoRows,
  of: Pick<DemoCase, 'shape' | 'truth' | 'personId' | 'knownFrom' | 'backInsideOn' | 'special'>,
): DemoCase {
  const { shape, knownFrom } = of
  const prison = stage.services[shape.prison]
  const one: DemoCase = {
    ...of,
    stage,
    chance,
    rows,
    prison,
    episodeId: chance.id(knownFrom),
    quality: qualityOf(stage, shape),
    releaseDate: null,
    certainty: 'could-be-any-day',
    releasedAt: shape.release?.at ?? null,
  }
  const dates = releaseDates(one)
  const last = dates.at(-1)
  const opened = { ...one, releaseDate: last?.releaseDate ?? null, certainty: last?.certainty ?? 'could-be-any-day' }
  recordCustody(opened, dates)
  return opened
}

/** Since when the record has a case: from the admission on, or from the first days of the system. */
export function startOfRecord(stage: Stage, chance: Chance, shape: EpisodeShape): Date {
  const { zone } = stage.services[shape.prison]
  const began = firstDay(stage.today)
  const recordedOn = shape.admittedOn < began ? addDays(began, chance.int(0, 4)) : shape.admittedOn
  const at = someTimeOn(chance, recordedOn, '08:10', '16:40', zone)
  return earlier(at, latestStart(stage, shape, stage.services[shape.prison]))
}

/** Somebody who is in today came yesterday at the latest; somebody who is out was known before. */
function latestStart(stage: Stage, shape: EpisodeShape, prison: StageService): Date {
  if (shape.release) return hoursAfter(shape.release.at, -20)
  const until = shape.ended ? startOfDay(shape.ended.on, prison.zone) : stage.now
  return hoursAfter(until, -4)
}

type DateEntry = {
  at: Date
  releaseDate: PlainDate | null
  certainty: Certainty
  source: string
  reason: string | null
}

/** What was known of the release date, and when: the last entry is what stands in the record. */
function releaseDates(one: DemoCase): DateEntry[] {
  const { chance, shape, knownFrom, prison, stage } = one
  const { leavesOn, legalStatus } = shape
  const source = chance.isTrue(0.6) ? 'release-list' : 'typed'
  const isPlanned = shape.release ? shape.release.kind !== 'unplanned' : legalStatus !== 'remand'
  if (leavesOn === null || !isPlanned || shape.ended)
    return [{ at: knownFrom, releaseDate: null, certainty: 'could-be-any-day', source, reason: null }]

  const until = shape.release ? hoursAfter(shape.release.at, -2) : stage.now
  const entry = (at: Date, releaseDate: PlainDate, certainty: Certainty, reason: string | null = null): DateEntry => ({
    at,
    releaseDate,
    certainty,
    source: reason === null ? source : 'typed',
    reason,
  })
  const entries: DateEntry[] = []
  const isMoved = chance.isTrue(0.28)
  const first = isMoved ? addDays(leavesOn, chance.pick([-14, -7, -5, 3, 7, 10, 21])) : leavesOn
  const start = first >= shape.admittedOn ? first : leavesOn
  entries.push(
    entry(knownFrom, start, shape.release || legalStatus === 'sentenced' ? 'expected' : certaintyOf(chance, shape, 30)),
  )
  if (start !== leavesOn)
    entries.push(
      entry(
        someTimeOn(chance, addDays(leavesOn, -chance.int(4, 24)), '09:00', '16:00', prison.zone),
        leavesOn,
        'expected',
        chance.pick(MOVED_BECAUSE),
      ),
    )
  const daysBefore = shape.release?.kind === 'short-notice' ? 1 : chance.int(5, 20)
  const confirmed = someTimeOn(chance, addDays(leavesOn, -daysBefore), '09:00', '16:30', prison.zone)
  const certainty = shape.release ? 'confirmed' : certaintyOf(chance, shape, daysBefore)
  if (certainty === 'confirmed') entries.push(entry(confirmed, leavesOn, certainty))
  const told = entries.filter(({ at }) => at > knownFrom && at < until)
  const known = [entries[0] as DateEntry, ...told].toSorted((left, right) => left.at.getTime() - right.at.getTime())
  // Whatever lay too far ahead to be told yet: what stands is the day itself.
  return known.at(-1)?.releaseDate === leavesOn ? known : [entry(knownFrom, leavesOn, 'expected')]
}

const MOVED_BECAUSE = [
  'Sentence recalculated',
  'Earned days returned',
  'Court time added',
  'Parole decision',
  'Moved to the Friday before',
]

function recordCustody(one: DemoCase, dates: readonly DateEntry[]): void {
  const { chance, shape, prison, rows, episodeId, personId, knownFrom } = one
  const { release, ended } = shape
  const staff = chance.pick(prison.staff)
  const endedOn = release ? shape.leavesOn : (ended?.on ?? null)
  const moved = transferDay(one, endedOn)
  const first = moved ? one.stage.services[OTHER_PRISON[shape.prison]] : prison
  rows.custodyEpisode.push({
    id: episodeId,
    personId,
    legalStatus: shape.legalStatus,
    admittedOn: shape.admittedOn,
    endedOn,
    endedBecause: release ? 'released' : (ended?.because ?? null),
    releaseCountry: chance.isTrue(0.93) || shape.country === 'DE' ? shape.country : null,
    releaseArea: chance.isTrue(0.72) ? areaOf(shape) : null,
    releaseDate: one.releaseDate,
    releaseCertainty: one.certainty,
    releasedAt: release?.at ?? null,
    learnedAt: release?.learnedAt ?? null,
    releaseRecordedAt: release?.recordedAt ?? null,
    releaseKind: release?.kind ?? null,
    createdByServiceId: first.id,
    createdAt: knownFrom,
    version: dates.length - 1 + (release ? 1 : 0),
  })
  const from = startOfDay(shape.admittedOn, prison.zone)
  if (moved)
    rows.custodyStay.push({
      id: chance.id(knownFrom),
      episodeId,
      prisonServiceId: first.id,
      fromAt: from,
      untilAt: moved,
    })
  rows.custodyStay.push({
    id: chance.id(knownFrom),
    episodeId,
    prisonServiceId: prison.id,
    fromAt: moved ?? from,
    untilAt: null,
  })
  for (const { at, releaseDate, certainty, source, reason } of dates)
    rows.releaseDateChange.push({
      id: chance.id(at),
      episodeId,
      releaseDate,
      releaseCertainty: certainty,
      changedAt: at,
      changedBy: staff,
      source,
      reason,
    })
}

const OTHER_PRISON = { northgate: 'eastfield', eastfield: 'northgate', fjordvik: 'fjordvik' } as const satisfies Record<
  DemoPrison,
  DemoPrison
>

/** Some begin their stay in the other prison of the region. */
function transferDay({ chance, shape, stage, prison }: DemoCase, endedOn: PlainDate | null): Date | null {
  const isMoved = shape.prison !== 'fjordvik' && chance.isTrue(0.06)
  const day = endOfDay(addDays(shape.admittedOn, 6), prison.zone)
  const until = endedOn ? startOfDay(addDays(endedOn, -6), prison.zone) : hoursAfter(stage.now, -150)
  return isMoved && day < until ? hoursAfter(day, 11) : null
}

function areaOf({ country, prison }: EpisodeShape): string {
  if (country === 'DE') return 'Elbhafen'
  if (country === 'NO') return 'Fjordvik'
  return prison === 'eastfield' ? 'Eastfield Vale' : 'Harbourside'
}
