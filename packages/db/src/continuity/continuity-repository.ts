import type { Category } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { DoseKind } from '@throughcare/domain/medication/medication-codes'
import type { KitHolder, KitState } from '@throughcare/domain/naloxone/kit-codes'
import type { FirstNight } from '@throughcare/domain/outcome/outcome-codes'
import type { ReleaseKind } from '@throughcare/domain/release/release-codes'
import type { ReadFrom } from '@throughcare/domain/report-copy/decide-read-from'
import type { Actor } from '../actor.ts'
import { reportAsActor } from '../report-as-actor.ts'

/** An instant as JSON has it. */
type Instant = string

/** What was given outside and stands: how, when, and the first of its days. As the second implementation of cover tells it. */
export type StoredDoseOutside = readonly [way: DoseKind, givenAt: Instant | null, firstDay: PlainDate]

/** One handoff that was sent. */
export type StoredLink = {
  area: string
  sentAt: Instant
  /** When somebody there first had it, whatever came of it. */
  acknowledgedAt: Instant | null
  /** Opened to a fallback service by a time-out. */
  isFallback: boolean
  isRevoked: boolean
}

/** What is recorded of one release, without names. Categories that are not open to the asking service are empty. */
export type StoredFacts = {
  timeZone: string
  releasedAt: Instant
  releasedOn: PlainDate
  releaseKind: ReleaseKind
  diedAt: Instant | null
  backInCustodyAt: Instant | null
  firstNight: FirstNight | null
  /** A treatment holds on the day of release. */
  isInForce: boolean
  dosesOutside: StoredDoseOutside[]
  /** Up to which day what was given inside covers every day from the release on, in the dosing point's zone. */
  coverAtRelease: { to: PlainDate; way: 'supervised' | 'take-home' | 'rhythm' | 'depot'; timeZone: string } | null
  kits: {
    state: KitState
    handedAt: Instant | null
    expiresOn: PlainDate | null
    holder: KitHolder
    goneAt: Instant | null
  }[]
  links: StoredLink[]
  /** Answers of the plan: whether on treatment, whether there is an opioid need. */
  answers: { dose?: string; 'opioid-need'?: string }
  /** When a community service said that treatment, which it does not dose, has begun. */
  treatmentStartedAt: Instant | null
  hasDeclined: boolean
}

export type StoredRelease = {
  /** Null for a region, which sees counts and no cases. */
  episodeId: string | null
  prisonId: string
  categories: Category[]
  facts: StoredFacts
}

export type StoredScope = { releases: StoredRelease[]; prisons: { id: string; name: string }[]; now: Date }

/**
 * What the figures of the actor's own scope are counted from: a prison's releases, the cases handed to a community service,
 * or all of a region's. The scope is the database's: nothing of the input widens it.
 *
 * @param months how many calendar months back, the current one included
 */
export async function findContinuityFacts(
  actor: Actor,
  months: number,
  action: string,
): Promise<StoredScope & { readFrom: ReadFrom }> {
  const { rows, now, readFrom } = await reportAsActor<Omit<StoredScope, 'now'>>(
    actor,
    { name: 'continuity-facts', text: FACTS, values: [actor.serviceTimeZone, months] },
    // Counts name nobody: the list of cases is audited where it is read.
    { action },
  )
  const [scope] = rows
  if (!scope) throw new Error('the figures answered nothing')
  return { ...scope, now, readFrom }
}

const FACTS = `
  with month as (select date_trunc('month', app.now() at time zone $1) as first),
  f as materialized (
    select facts.* from month, app.continuity_facts((month.first - make_interval(months => $2::int - 1))::date,
      (month.first + interval '1 month' - interval '1 day')::date) as facts
  )
  select coalesce((select json_agg(json_build_object('episodeId', f.episode_id, 'prisonId', f.prison_id,
      'categories', f.categories, 'facts', f.facts)) from f), '[]') as releases,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name)
      from service s where s.id in (select f.prison_id from f)), '[]') as prisons`
