import { BORN, type StoredCase } from '../case-to-store.ts'
import type { Access } from './access.ts'

/** A function that answers about persons or cases: how it is asked about one case, and who may get an answer. */
export type AnswerRule = {
  ask: (of: StoredCase) => { sql: string; values: readonly unknown[] }
  /** Whether the answer may name the case, its person or its number. */
  answers: (access: Access) => boolean
}

const PRISON_CASES = ['own', 'let-go', 'moved-on', 'long-gone']
const isFrom = (situations: readonly string[], { situation }: Access) => situations.includes(String(situation))
/** The prison itself gave the person the number. */
const gaveNumber = (access: Access) => access.hat.role === 'prison-health' && isFrom(PRISON_CASES, access)
const isPrisonNurse = ({ hat }: Access) => hat.role === 'prison-health'
const opensIdentity = ({ open }: Access) => open.has('identity')

/** Functions that look past the policies and name the asking service themselves. */
export const ANSWERING: Readonly<Record<string, AnswerRule>> = {
  'app.search_persons': {
    ask: ({ familyName, number }) => ({
      sql: `select person_id::text as said from app.search_persons($1, null, array[$2]::text[], 50)`,
      values: [number, `${familyName.toLowerCase()} luc`],
    }),
    answers: opensIdentity,
  },
  'app.person_of_own_number': {
    ask: ({ number }) => ({
      sql: `select person_id::text as said from app.person_of_own_number($1)`,
      values: [number],
    }),
    answers: gaveNumber,
  },
  'app.persons_born_on': {
    ask: () => ({
      sql: `select person_id::text as said from app.persons_born_on(array[$1]::date[])`,
      values: [BORN],
    }),
    answers: gaveNumber,
  },
  'app.cases_by_number': {
    ask: ({ number }) => ({
      sql: `select episode_id::text as said from app.cases_by_number(array[$1])`,
      values: [number],
    }),
    answers: gaveNumber,
  },
  // Says of whom, not why and not where; of one's own number's bearer, whose episode goes on or ended since the day asked for.
  'app.not_free_for_custody': {
    ask: ({ personId }) => ({
      sql: `select person_id::text as said from app.not_free_for_custody(array[$1::uuid], array['2026-01-01'::date]) as person_id`,
      values: [personId],
    }),
    answers: gaveNumber,
  },
  // Says only yes or no, to a service that knows the person.
  'app.may_take_in': {
    ask: ({ personId }) => ({
      sql: `select $1::text as said where app.may_take_in($1::text::uuid)`,
      values: [personId],
    }),
    answers: (access) =>
      access.hat.role !== 'administrator' && (isFrom(PRISON_CASES, access) || isFrom(['finished'], access)),
  },
  // To a service that has the words open; nobody of the stage agreed that they travel.
  'app.do_own_words_travel': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said where app.do_own_words_travel($1::text::uuid)`,
      values: [episodeId],
    }),
    answers: () => false,
  },
  // Of an episode that has just been opened and has no stay yet: none of these.
  'app.opened_episode': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said where app.opened_episode($1::text::uuid)`,
      values: [episodeId],
    }),
    answers: () => false,
  },
  // Both read as whoever asks: the policies say which rows there are.
  'app.cover_of': {
    ask: ({ episodeId }) => ({
      sql: `select distinct episode_id::text as said from app.cover_of(array[$1::uuid], '2026-03-20', '2026-03-27', app.now())`,
      values: [episodeId],
    }),
    answers: ({ open }) => open.has('omt'),
  },
  'app.days_without_dose': {
    ask: ({ episodeId }) => ({
      sql: `select episode_id::text as said from app.days_without_dose(array[$1::uuid], app.now())`,
      values: [episodeId],
    }),
    answers: ({ open }) => open.has('omt'),
  },
  'app.second_ground': {
    ask: ({ episodeId }) => ({
      sql: `select episode_id::text as said from app.second_ground(array[$1::uuid], app.now())`,
      values: [episodeId],
    }),
    answers: ({ open }) => open.has('omt'),
  },
  'app.second_words': {
    ask: ({ episodeId }) => ({
      sql: `select distinct episode_id::text as said
        from app.second_words(array[$1::uuid], array['2026-03-20'::date], array['2026-03-27'::date], app.now())`,
      values: [episodeId],
    }),
    answers: ({ open }) => open.has('omt'),
  },
  'app.second_standing_doses': {
    ask: ({ episodeId }) => ({
      sql: `select distinct episode_id::text as said from app.second_standing_doses(array[$1::uuid])`,
      values: [episodeId],
    }),
    answers: ({ open }) => open.has('omt'),
  },
  'app.cover_at_release': {
    ask: ({ episodeId }) => ({
      sql: `select episode_id::text as said from app.cover_at_release(array[$1::uuid], app.now())
        union select episode_id::text from app.second_ground(array[$1::uuid], app.now(), true)
        union select episode_id::text from app.second_standing_doses(array[$1::uuid], false)`,
      values: [episodeId],
    }),
    answers: ({ open }) => open.has('omt'),
  },
  'app.second_standing_entries': {
    ask: ({ episodeId }) => ({
      sql: `select distinct episode_id::text as said from app.second_standing_entries(array[$1::uuid], 'anywhere')`,
      values: [episodeId],
    }),
    answers: ({ open }) => open.has('omt'),
  },
  'app.doses_outside': {
    ask: ({ episodeId }) => ({
      sql: `select episode_id::text as said from app.doses_outside(array[$1::uuid])
        union select episode_id::text from app.second_standing_entries(array[$1::uuid], 'inside')`,
      values: [episodeId],
    }),
    answers: ({ open }) => open.has('omt'),
  },
  // Yes or no about a call of the asking service's own case; none of the stage was taken back.
  'app.is_call_taken_back': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said from double_dose_call c where c.episode_id = $1::text::uuid and app.is_call_taken_back(c.id)`,
      values: [episodeId],
    }),
    answers: () => false,
  },
  // Doses of the person's other cases, without their ids; nobody of the stage has two.
  'app.doses_of_other_episodes': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said from app.doses_of_other_episodes($1::text::uuid, '2026-01-01', '2026-12-31')`,
      values: [episodeId],
    }),
    answers: () => false,
  },
  // For the system actor alone.
  'app.alerts_to_look_at': {
    ask: () => ({ sql: `select episode_id::text as said from app.alerts_to_look_at(1000)`, values: [] }),
    answers: () => false,
  },
  'app.gaps_to_work_out': {
    ask: () => ({ sql: `select episode_id::text as said from app.gaps_to_work_out(1000)`, values: [] }),
    answers: () => false,
  },
  'app.handoff_steps_due': {
    ask: () => ({
      sql: `select h.episode_id::text as said from app.handoff_steps_due(1000) d join handoff h on h.id = d.handoff_id`,
      values: [],
    }),
    answers: () => false,
  },
  'app.late_arrival_requests': {
    ask: () => ({ sql: `select request_id::text as said from app.late_arrival_requests(1000)`, values: [] }),
    answers: () => false,
  },
  // Counts and codes by service, to an administrator alone.
  'app.digest_failures': {
    ask: () => ({ sql: `select f.service_name as said from app.digest_failures() f`, values: [] }),
    answers: () => false,
  },
  'app.live_events_after': {
    ask: () => ({ sql: `select episode_id::text as said from app.live_events_after(0, 1000)`, values: [] }),
    answers: () => false,
  },
  // Colleagues' hats and addresses, to the system actor alone: whoever wears a hat hears nothing.
  'app.digest_readers': {
    ask: () => ({ sql: `select membership_id::text as said from app.digest_readers()`, values: [] }),
    answers: () => false,
  },
  'app.digest_address': {
    ask: () => ({
      sql: `select d.email as said from membership m cross join lateral app.digest_address(m.id) d`,
      values: [],
    }),
    answers: () => false,
  },
  // Colleagues' hats, to the system actor alone: whoever wears a hat hears nothing.
  'app.standing_hats': {
    ask: () => ({ sql: `select membership_id::text as said from app.standing_hats(app.service_id())`, values: [] }),
    answers: () => false,
  },
  'app.notice_readers': {
    ask: () => ({ sql: `select r.membership_id::text as said from notice n, app.notice_readers(n.id) r`, values: [] }),
    answers: () => false,
  },
  'app.mail_address': {
    ask: () => ({ sql: `select a.email as said from notice_mail l, app.mail_address(l.id) a`, values: [] }),
    answers: () => false,
  },
  // Names of colleagues whose e-mails come back, to managers and administrators; no case, no person, no address.
  'app.mail_states': {
    ask: () => ({ sql: `select service_name as said from app.mail_states(null)`, values: [] }),
    answers: () => false,
  },
  // Figures go back two years, parts end after 30 days: the ids of whom the prison let go or the service was handed.
  'app.continuity_facts': {
    ask: () => ({
      sql: `select episode_id::text as said from app.continuity_facts('2025-01-01', '2026-12-31')`,
      values: [],
    }),
    answers: (access) =>
      access.hat.kind === 'prison-health'
        ? isFrom(['let-go', 'long-gone'], access)
        : access.hat.kind !== 'region' &&
          access.hat.role !== 'administrator' &&
          isFrom(['offered', 'accepted', 'accepted-one', 'accepted-other-areas', 'finished', 'long-finished'], access),
  },
  // Figures: codes and days of the service's own scope, and no case.
  'app.barrier_facts': {
    ask: ({ episodeId, personId }) => ({
      sql: `select v.value as said from app.barrier_facts('2025-01-01') f, lateral jsonb_each_text(to_jsonb(f)) v
        where v.value in ($1, $2)`,
      values: [episodeId, personId],
    }),
    answers: () => false,
  },
  // Moves somebody, and says only whether it did.
  'app.transfer_episode': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said where app.transfer_episode($1::text::uuid, (select s.id from service s
        where s.kind = 'prison-health' and s.id <> app.service_id() limit 1), gen_random_uuid(), 0)`,
      values: [episodeId],
    }),
    answers: (access) => isPrisonNurse(access) && isFrom(['own'], access),
  },
  // Yes or no about a handoff that the policies let through; of an id that stands nowhere it says no.
  'app.may_talk': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said where app.may_talk($1::text::uuid, $1::text::uuid, 'omt')`,
      values: [episodeId],
    }),
    answers: () => false,
  },
  // Read with the rights of whoever asks; on no case of the stage has work stopped.
  'app.is_stopped': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said where app.is_stopped($1::text::uuid)`,
      values: [episodeId],
    }),
    answers: () => false,
  },
  // A medicine, a kind and a day, to the prison that holds the person again; nobody of the stage has been inside before.
  'app.last_dose_outside': {
    ask: ({ episodeId }) => ({
      sql: `select episode_id::text as said from app.last_dose_outside($1::text::uuid)`,
      values: [episodeId],
    }),
    answers: () => false,
  },
  // Names of colleagues and when they looked, to the prison that pressed; no case, no person.
  'app.release_seen_by': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said from app.release_seen_by($1::text::uuid)`,
      values: [episodeId],
    }),
    answers: () => false,
  },
}

/** Functions that tell nothing of anybody: who is asking, the clock, and lists that are the same for all. */
export const TELLING_NOTHING = [
  // Changes a public holiday for an administrator, and says only whether it did; a number of people, to an administrator alone.
  'app.change_holiday',
  'app.people_dosed_in',
  // Tells a service that something happened in a case of both, and says only whether it was written.
  'app.record_notice',
  // Tells whoever has something open what the asking service has just recorded; tell-parts.test.ts looks at whom, and on whose word.
  'app.tell_parts',
  'app.untell_parts',
  'app.withdraw_notice',
  // Colleagues of a service with numbers, and taking a hat away: for an administrator alone; end-membership.test.ts looks at both.
  'app.members_of',
  'app.end_membership',
  // Yes or no about an agreement between two services, to the system actor alone.
  'app.is_heir',
  // Yes or no of a service, and since when messages wait: no case, no person.
  'app.has_bouncing_mailbox',
  // Names of colleagues at the own service; queues and counts, to administrators alone; ids of what the worker has to send.
  'app.colleagues',
  'app.job_states',
  'app.post_recipients_due',
  'app.moot_posts',
  'app.messages_delayed_since',
  'app.worker_away_after',
  'app.notices_kept_for',
  // Adds a service for an administrator, and says only whether it did.
  'app.add_service',
  // Writes an answer for the prison that was asked, and says only whether it did; answer-arrival.test.ts looks at whose it takes.
  'app.arrive_without_papers',
  // How often one was denied oneself.
  'app.denied_lately',
  // Numbers of events, and of none of them what it is.
  'app.live_reach',
  'app.account_id',
  'app.service_id',
  'app.role',
  'app.case_service_id',
  'app.now',
  'app.utc',
  'app.open_categories',
  'app.closed_areas',
  'app.handoff_rules',
  'app.categories_of_area',
  'app.categories_of_kind',
  'app.staffed_services',
  'app.said_days',
  // Places, clocks and product data; app.second_regime reads the treatments that the policies let through and names no case.
  'app.second_depot_days',
  'app.digests_kept_for',
  'app.second_depot_days_at',
  'app.second_instant',
  'app.second_dosing',
  'app.second_day_is_over',
  'app.second_regime',
  // Counts of the asking service's own scope: no case, no person.
  'app.how_was_it_counts',
  'app.applied_migrations',
] as const

/** The doors: each asks for a secret (a session, a password's account) or makes the first of everything. */
export const DOORS = [
  // Asks for a person named whole; take-in-person.test.ts looks at what it tells, and to whom.
  'app.take_back_in',
  'app.begin_sign_in',
  'app.find_sign_in',
  'app.start_session',
  'app.read_session',
  'app.open_session',
  'app.look_at_sessions',
  'app.hats_of_session',
  'app.choose_hat',
  'app.choose_language',
  'app.end_session',
  'app.end_all_sessions',
  'app.first_administrator_missing',
  'app.open_first_administrator',
] as const

/** What the worker does by itself: nothing of it answers with a row. */
export const UPKEEP = [
  'app.raise_call_in_other_episodes',
  'app.retry_digests',
  'app.retry_jobs',
  'app.beat',
  'app.sweep_notices',
  'app.sweep_digests',
  'app.open_system',
  'app.enqueue',
  'app.sweep',
  'app.sweep_arrival_requests',
  'app.sweep_sign_ins',
  'app.sweep_live_events',
  'app.sweep_drafts',
  'app.measure_tables',
  'app.measure_grown_tables',
  'app.ensure_audit_partitions',
  'app.fill_holidays',
] as const
