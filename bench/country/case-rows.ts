import { searchKey } from '../../packages/domain/src/person/search-key.ts'
import type { SyntheticPerson } from '../synthetic-persons.ts'
import { copyText } from './copy-in.ts'
import type { CountryTables } from './country-tables.ts'
import { draw, idFor, pickBy, weighBy } from './draw.ts'
import { DAY, type EpisodeShape, HOUR } from './episode-shape.ts'
import { ASKED, RULE_SET, type TemplateItem } from './plan-templates.ts'

export const isoOf = (at: number | null): string => (at === null ? '\\N' : new Date(at).toISOString())
export const dayOf = (at: number | null): string => (at === null ? '\\N' : new Date(at).toISOString().slice(0, 10))

/** Ids and instants of one episode that more than one table tells. */
export type Told = {
  shape: EpisodeShape
  seed: number
  episodeId: string
  personId: string
  nurse: string
  madeAt: number
  /** When the release was, or is to be; what has no day is far off. */
  release: number
}

const FAR = 120 * DAY
const PLAN_DAYS = 84

export function tellOf(shape: EpisodeShape, seed: number, now: number, firstAdmitted: number): Told {
  const { index, admitted, prison } = shape
  const release = shape.releasedAt ?? (shape.releaseDay === null ? now + FAR : shape.releaseDay + 10 * HOUR)
  return {
    shape,
    seed,
    episodeId: idFor('episode', admitted, index),
    personId: idFor('person', firstAdmitted, shape.personOf),
    nurse: pickBy(draw(seed, index, 20), prison.workers),
    madeAt: Math.min(Math.max(admitted + 20 * HOUR, release - PLAN_DAYS * DAY), now - 30 * HOUR),
    release,
  }
}

const LANGUAGES = ['{en}', '{en}', '{en}', '{en}', '{pl}', '{ro}', '{ar}', '{}'] as const

/** Somebody who is seen for the first time: who they are and the number that the prison gave them. */
export function tellPerson({ shape, personId, seed }: Told, person: SyntheticPerson, tables: CountryTables): void {
  const { index, admitted, prison } = shape
  const key = searchKey({ ...person, otherNames: [] })
  const sex = draw(seed, index, 21) < 0.08 ? 'female' : 'male'
  const language = pickBy(draw(seed, index, 22), LANGUAGES)
  tables.person.line(
    `${personId}\t${copyText(person.familyName)}\t${copyText(person.givenNames)}\t${copyText(key)}\t${person.dateOfBirth}\t${sex}\t${language}\t${language === '{en}' ? 'f' : '\\N'}\t${prison.id}\t${isoOf(admitted)}`,
  )
  tables.person_identifier.line(
    `${idFor('number', admitted, index)}\t${personId}\tprison-number\t${prison.id}\t${person.number}`,
  )
}

/** The custody, where it was, what was said of its end, and the release. */
export function tellEpisode(told: Told, tables: CountryTables): void {
  const { shape, episodeId, personId, nurse, madeAt } = told
  const { index, admitted, prison, releaseDay, releasedAt } = shape
  const certainty =
    releaseDay === null ? 'could-be-any-day' : releasedAt !== null || releaseDay % 3 === 0 ? 'confirmed' : 'expected'
  const learned =
    releasedAt === null
      ? '\\N\t\\N\t\\N\t\\N'
      : `${isoOf(releasedAt)}\t${isoOf(releasedAt)}\t${isoOf(releasedAt + HOUR)}\t${shape.kind}`
  tables.custody_episode.line(
    `${episodeId}\t${personId}\t${shape.legalStatus}\t${dayOf(admitted)}\t${releasedAt === null ? '\\N\t\\N' : `${dayOf(releasedAt)}\treleased`}\tGB\t${dayOf(releaseDay)}\t${certainty}\t${learned}\t${prison.id}\t${isoOf(admitted)}\t${releasedAt === null ? 0 : 1}`,
  )
  tables.custody_stay.line(`${idFor('stay', admitted, index)}\t${episodeId}\t${prison.id}\t${isoOf(admitted)}`)
  tables.release_date_change.line(
    `${idFor('change', madeAt, index)}\t${episodeId}\t${dayOf(releaseDay)}\t${certainty}\t${isoOf(madeAt)}\t${nurse}\trelease-list`,
  )
  if (releasedAt !== null) {
    const id = idFor('release', releasedAt, index)
    tables.release_record.line(
      `${id}\t${episodeId}\t${isoOf(releasedAt)}\t${isoOf(releasedAt)}\t${isoOf(releasedAt + HOUR)}\t${shape.kind}\t{}\t{}\t${prison.id}\t${nurse}\t${id}`,
    )
  }
}

/** The plan, and of whom the plan is told in full its twenty items, what became of each, and the answers behind it. */
export function tellPlan(
  told: Told,
  items: readonly TemplateItem[],
  holderOf: (area: string) => { id: string; worker: string } | null,
  tables: CountryTables,
  now: number,
): void {
  const { shape, episodeId, nurse, madeAt, release, seed } = told
  const { index, prison, releasedAt } = shape
  const planId = idFor('plan', madeAt, index)
  const made = isoOf(madeAt)
  tables.care_plan.line(`${planId}\t${episodeId}\t${RULE_SET}\t${made}\t${dayOf(shape.releaseDay)}`)
  if (!shape.isDetailed) return
  for (const [part, item] of items.entries()) {
    const id = idFor('item', madeAt, index, part)
    const holder = holderOf(item.area)
    const dueAt = item.dueAfter === null || shape.releaseDay === null ? null : release + item.dueAfter
    const doneAt = doneInstant(draw(seed, index, 30 + part), madeAt, dueAt ?? release, now, releasedAt !== null)
    const isTheirs = holder !== null && item.ownerSide !== 'prison'
    const by = isTheirs ? holder.worker : nurse
    const done = doneAt === null ? 'open\t\\N\t\\N\t0' : `done\t${isoOf(doneAt)}\t${by}\t1`
    tables.checklist_item.line(
      `${id}\t${planId}\t${episodeId}\t${item.area}\t${item.code}\t${isTheirs ? holder.id : prison.id}\t${item.ownerSide}\t${item.dueOffsetMinutes ?? '\\N'}\t${isoOf(dueAt)}\t${item.critical ? 't' : 'f'}\t{${item.blockedBy.join(',')}}\t${done}`,
    )
    tables.checklist_item_change.line(
      `${idFor('itemChange', madeAt, index, part)}\t${id}\t${episodeId}\t${item.area}\t\\N\topen\t${made}\t${nurse}`,
    )
    if (doneAt !== null)
      tables.checklist_item_change.line(
        `${idFor('itemChange', doneAt, index, part + 100)}\t${id}\t${episodeId}\t${item.area}\topen\tdone\t${isoOf(doneAt)}\t${by}`,
      )
  }
  for (const [at, { code, category, options }] of ASKED.entries()) {
    const value =
      code === 'dose'
        ? shape.treatment === null
          ? 'not-on-omt'
          : 'on-omt'
        : pickBy(draw(seed, index, 60 + at), options)
    tables.case_fact.line(`${episodeId}\t${code}\t${category}\tknown\t"${value}"\t${made}\t${nurse}`)
  }
}

/** Most of what was due is done, a part of what is to come as well; null: still open. */
function doneInstant(throwOf: number, madeAt: number, dueAt: number, now: number, isOut: boolean): number | null {
  if (throwOf > (isOut ? 0.8 : 0.45)) return null
  const at = madeAt + Math.floor((dueAt - madeAt) * Math.min(1, throwOf + 0.15))
  return at < now && at > madeAt ? at : null
}

const ARRIVALS = { arrived: 70, 'did-not-arrive': 12, nothing: 18 } as const
const NIGHTS = { 'confirmed-bed': 60, 'other-address': 15, street: 10, unknown: 15 } as const

/** What happened outside: arrival, first night, death or custody again, and an attempt to reach them. */
export function tellAfter(
  told: Told,
  service: { id: string; worker: string },
  tables: CountryTables,
  now: number,
): void {
  const { shape, episodeId, seed } = told
  const { index, releasedAt } = shape
  if (releasedAt === null) return
  const say = (part: number, category: string, kind: string, value: string, at: number) => {
    if (at < now)
      tables.outcome.line(
        `${idFor('outcome', at, index, part)}\t${episodeId}\t${category}\t${kind}\t${value}\t${isoOf(at)}\t${service.id}\t${isoOf(Math.min(at + HOUR, now))}\t${service.worker}`,
      )
  }
  const arrival = weighBy(draw(seed, index, 80), ARRIVALS)
  if (arrival === 'arrived')
    say(0, 'release', 'arrived', '\\N', releasedAt + (2 + Math.floor(draw(seed, index, 81) * 60)) * HOUR)
  if (draw(seed, index, 82) < 0.6)
    say(1, 'housing', 'first-night', weighBy(draw(seed, index, 83), NIGHTS), releasedAt + 23 * HOUR)
  if (draw(seed, index, 84) < 0.004)
    say(2, 'release', 'died', '\\N', releasedAt + Math.floor(30 * draw(seed, index, 85)) * DAY + 20 * HOUR)
  const at = releasedAt + 4 * HOUR
  if (arrival !== 'arrived' && at < now)
    tables.contact_attempt.line(
      `${idFor('contact', at, index)}\t${episodeId}\t${service.id}\tphone\tno-answer\t${isoOf(at)}\t${isoOf(at)}\t${service.worker}`,
    )
}
