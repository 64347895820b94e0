import type { Category } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { AnswerCount } from '@throughcare/domain/how-was-it/answer-figures'
import type { Answer, HowWasItDay, Question } from '@throughcare/domain/how-was-it/how-was-it-codes'
import type { FirstNight } from '@throughcare/domain/outcome/outcome-codes'
import type { Setting } from '@throughcare/domain/what-helps/what-helps-codes'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** One answer as it is kept. */
export type StoredAnswer = {
  id: string
  day: HowWasItDay
  question: Question
  answer: Answer
  words: string | null
  setting: Setting
  askedAt: string
  serviceName: string
  recordedBy: string | null
}

/** What those who work with the person recorded of the same things. Null: nothing, or not open to the reader. */
export type StaffRecorded = { firstDoseAt: string | null; firstNight: FirstNight | null; reached: number }

/** Answers of a case: those whose category is open to the actor's service, and those that it was given itself. The last first. */
export function findAnswers({ tx, actor, now }: Deed, episodeId: string): Promise<StoredAnswer[]> {
  return tx.$queryRaw<StoredAnswer[]>`
    select w.id, w.day, w.question, w.answer, w.words, w.setting, app.utc(w.asked_at) as "askedAt", s.name as "serviceName",
      a.display_name as "recordedBy"
    from case_part p join how_was_it w on w.episode_id = p.episode_id join service s on s.id = w.service_id
    left join account a on a.id = w.recorded_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'release' = any (p.categories) and (w.category = any (p.categories) or w.service_id = p.service_id)
    order by w.recorded_at desc, w.id desc`
}

/** What staff recorded of medicine, bed and help since the release, as far as it is open to the actor's service. */
export async function findStaffRecorded({ tx, actor, now }: Deed, episodeId: string): Promise<StaffRecorded> {
  const [row] = await tx.$queryRaw<StaffRecorded[]>`
    select (select app.utc(min(d.given_at)) from dose d where d.episode_id = e.id and 'omt' = any (p.categories)
        and d.outcome = 'given' and d.given_at >= e.released_at
        and not exists (select 1 from dose c where c.corrects_dose_id = d.id)) as "firstDoseAt",
      (select o.value from outcome o where o.episode_id = e.id and o.kind = 'first-night' and o.category = any (p.categories)
        order by o.recorded_at desc, o.id desc limit 1) as "firstNight",
      (select count(*)::int from contact_attempt t where t.episode_id = e.id and t.outcome = 'reached' and t.at >= e.released_at) as reached
    from case_part p join custody_episode e on e.id = p.episode_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'release' = any (p.categories)`
  return row ?? { firstDoseAt: null, firstNight: null, reached: 0 }
}

/** Keeps what was answered under the actor's service. What was said before stays. */
export async function recordAnswers(
  { tx, actor, now }: Deed,
  asked: { episodeId: string; day: HowWasItDay; setting: Setting; askedAt: Date },
  answers: readonly { question: Question; category: Category; answer: Answer; words: string | null }[],
): Promise<void> {
  await tx.howWasIt.createMany({
    data: answers.map((answer) => ({
      ...answer,
      ...asked,
      id: newId(),
      serviceId: actor.serviceId,
      recordedAt: now,
      recordedBy: actor.accountId,
    })),
  })
}

/** Somebody who left prison within the days of asking. */
export type ToAsk = {
  episodeId: string
  personId: string
  familyName: string
  givenNames: string
  releasedOn: PlainDate
  today: PlainDate
  /** The days on which the person has answered or refused, as far as the actor's service knows. */
  answered: HowWasItDay[]
  /** Until when somebody must be in contact after a reported overdose; null when nothing is due. */
  overdoseContactDueAt: string | null
  /** The actor's service answers for that contact. */
  isOurContact: boolean
}

/** More are not looked through in one morning; the list says so. */
export const MOST_TO_ASK = 500

/**
 * Those of the actor's service who are to be asked or rung: released within thirty days, alive and outside as far as anybody
 * said. Whoever must be rung today stands first.
 */
export function findToAsk({ tx, actor, now }: Deed): Promise<ToAsk[]> {
  return tx.$queryRaw<ToAsk[]>`
    select e.id as "episodeId", n.id as "personId", n.family_name as "familyName", n.given_names as "givenNames",
      ((e.released_at at time zone prison.time_zone)::date)::text as "releasedOn",
      ((${now}::timestamptz at time zone prison.time_zone)::date)::text as today,
      array(select distinct w.day from how_was_it w where w.episode_id = e.id and w.answer <> 'not-reached'
        and (w.category = any (p.categories) or w.service_id = p.service_id)) as answered,
      app.utc(due.at) as "overdoseContactDueAt", coalesce(due.is_ours, false) as "isOurContact"
    from case_part p
    join custody_episode e on e.id = p.episode_id
    join person n on n.id = p.person_id
    join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
    left join lateral (select min(o.contact_due_at) as at, bool_or(o.accountable_service_id = p.service_id) as is_ours
      from overdose_report o where o.episode_id = e.id and o.contacted_at is null and 'naloxone' = any (p.categories)) due on true
    where p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz and p.relation in ('accepted', 'closing')
      and p.writes @> array['identity', 'release'] and e.released_at between ${now}::timestamptz - interval '32 days' and ${now}::timestamptz
      and not exists (select 1 from outcome o where o.episode_id = e.id and o.kind in ('died', 'back-in-custody'))
    order by due.at nulls last, e.released_at desc, e.id limit ${MOST_TO_ASK}`
}

/** What the answers of the actor's own scope add up to. The scope is the database's. */
export function findAnswerCounts({ tx }: Deed, from: PlainDate, to: PlainDate): Promise<AnswerCount[]> {
  return tx.$queryRaw<AnswerCount[]>`
    select c.day::int as day, c.question, c.answer, c.persons from app.how_was_it_counts(${from}::date, ${to}::date) c`
}
