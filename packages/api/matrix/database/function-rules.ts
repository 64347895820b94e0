import { BORN } from '../case-to-store.ts'
import type { Access } from './access.ts'
import { ANSWERING_OF_DOSES, type AnswerRule } from './dose-function-rules.ts'

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
  // What was said about sharing, by whoever may hand the case on; about oneself, by whoever has a part.
  'app.sharing_facts': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said where app.sharing_facts($1::text::uuid, null) is not null`,
      values: [episodeId],
    }),
    answers: ({ lives, situation }) => lives && !['offered', 'glass-broken'].includes(String(situation)),
  },
  // Of consents to tell a supporter their state and days; no consent of the stage names one. supporter.test.ts records some.
  'app.supporter_consents': {
    ask: ({ episodeId }) => ({
      sql: 'select $1::text as said from app.supporter_consents($1::text::uuid)',
      values: [episodeId],
    }),
    answers: () => false,
  },
  // Yes or no: whether the case may be handed on with this.
  'app.may_carry': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said where app.may_carry($1::text::uuid, (select id from service where kind = 'drug-service' limit 1), 'omt', array['omt'])`,
      values: [episodeId],
    }),
    answers: ({ lives, situation }) => lives && !['offered', 'glass-broken'].includes(String(situation)),
  },
  // Yes or no: the house, and an emergency look; nobody of the stage is named by a consent.
  'app.may_read_shared': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said where app.may_read_shared($1::text::uuid, 'hiv-hcv')`,
      values: [episodeId],
    }),
    answers: ({ lives, situation }) =>
      lives && ['own', 'let-go', 'moved-on', 'glass-broken'].includes(String(situation)),
  },
  // Of an episode that has just been opened and has no stay yet: none of these.
  'app.opened_episode': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said where app.opened_episode($1::text::uuid)`,
      values: [episodeId],
    }),
    answers: () => false,
  },
  ...ANSWERING_OF_DOSES,
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
  // Names of colleagues and what they did, to whoever has a part: who-saw.test.ts looks at what it tells to whom.
  'app.who_saw': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said from app.who_saw($1::text::uuid, array['nothing'], 'infinity', gen_random_uuid(), 10)`,
      values: [episodeId],
    }),
    answers: () => false,
  },
  // To administrators, who see no case: names of colleagues and what they did, without whose case it was.
  'app.trail_without_content': {
    ask: ({ episodeId, personId }) => ({
      sql: `select v.value as said from service s, app.trail_without_content(s.id, 'infinity', gen_random_uuid(), 100) t,
        lateral jsonb_each_text(to_jsonb(t)) v where v.value in ($1, $2)`,
      values: [episodeId, personId],
    }),
    answers: () => false,
  },
  'app.trail_after': {
    ask: () => ({
      sql: `select unnest(episode_ids)::text as said from app.trail_after(-1, '00000000-0000-0000-0000-000000000000', 1000)`,
      values: [],
    }),
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
  // The same of what the worker has counted: of a scope's own, and none to a region.
  'app.counted_cases': {
    ask: () => ({
      sql: `select episode_id::text as said from app.counted_cases('released', array['counted'], null, '2025-01', '2026-12', 'all', 'all')`,
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
  // The id itself, to the two ends of that handoff: what they read of it, the policies say.
  'app.known_handoff': {
    ask: ({ episodeId, handoffs }) => ({
      sql: `select $1::text as said from unnest($2::uuid[]) id where app.known_handoff(id) is not null limit 1`,
      values: [episodeId, handoffs.map(({ id }) => id)],
    }),
    answers: (access) => access.hat.role !== 'administrator' && !isFrom(['glass-broken', 'stranger'], access),
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
  // Names of colleagues who have it open, to their own service; nobody of the stage has.
  'app.colleagues_here': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said from app.colleagues_here($1::text::uuid)`,
      values: [episodeId],
    }),
    answers: () => false,
  },
  // Names of colleagues and of services, to whoever reads the notes.
  'app.sharing_note_readers': {
    ask: ({ episodeId }) => ({
      sql: `select $1::text as said from app.sharing_note_readers($1::text::uuid)`,
      values: [episodeId],
    }),
    answers: ({ hat, open }) => hat.actor.grants.includes('may-see-couples') && open.has('sharing-note'),
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
