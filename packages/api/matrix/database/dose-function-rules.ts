import type { StoredCase } from '../case-to-store.ts'
import type { Access } from './access.ts'

/** A function that answers about persons or cases: how it is asked about one case, and who may get an answer. */
export type AnswerRule = {
  ask: (of: StoredCase) => { sql: string; values: readonly unknown[] }
  /** Whether the answer may name the case, its person or its number. */
  answers: (access: Access) => boolean
}

/** Functions that answer about doses and cover: a part of ANSWERING. */
export const ANSWERING_OF_DOSES: Readonly<Record<string, AnswerRule>> = {
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
  'app.cover_after_release': {
    ask: ({ episodeId }) => ({
      sql: `select episode_id::text as said from app.cover_after_release(array[$1::uuid], app.now())
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
  // Cases of a joined record and their doses, to who may see both; nobody of the stage has two records. joined-doses.test.ts joins some.
  'app.joined_episodes': {
    ask: ({ episodeId }) => ({
      sql: 'select j::text as said from app.joined_episodes($1::text::uuid) j',
      values: [episodeId],
    }),
    answers: () => false,
  },
  'app.joined_medication': {
    ask: ({ episodeId }) => ({
      sql: `select j ->> 'episodeId' as said from jsonb_array_elements(app.joined_medication($1::text::uuid)) j`,
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
}
