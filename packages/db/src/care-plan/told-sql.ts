import type { WordTask } from '@throughcare/domain/care-plan/derive-rule-facts'
import type { AwayToAsk } from '@throughcare/domain/treatment-away/away-readiness'

/** What tables of a case beside its facts tell the rules of its plan. A category that is not open tells nothing. */
export type ToldByTables = {
  /** What the newest version of the person's own words asks of services. */
  wordTasks: WordTask[]
  /** The newest answer to the offer of an overdose plan; null when nobody offered one. */
  overdosePlan: 'made' | 'declined' | 'offered' | null
  /** Whether anybody stands by who has not stepped back. */
  hasSupporter: boolean
  /** How the things that stand in store are; empty when none are listed. */
  belongingStates: string[]
  /** Somebody confirmed the place of the first night. */
  isFirstNightConfirmed: boolean
  /** Kinds of what is kept for the person, such as a home, for which a letter was written. */
  lettersWritten: string[]
  /** Residential treatment far from home that is asked for, offered or gone to. */
  treatmentsAway: AwayToAsk[]
}

/**
 * The same in SQL, as pairs for json_build_object: `e` is the case, `open` the column with the open categories. Said once, so
 * that a page and the plan behind it never read two things.
 */
export function toldByTables(open: string): string {
  const newest = (table: string, columns: string): string =>
    `(select distinct on (v.id) ${columns} from ${table} v where v.episode_id = e.id order by v.id, v.version desc)`
  return `
    'wordTasks', coalesce((select json_agg(distinct w.task) from own_words w
      where w.episode_id = e.id and w.task is not null and 'own-words' = any (${open})
        and w.version = (select max(l.version) from own_words l where l.episode_id = e.id)), '[]'),
    'overdosePlan', (select o.answer from overdose_plan o
      where o.episode_id = e.id and 'naloxone' = any (${open}) order by o.version desc limit 1),
    'hasSupporter', exists (select 1 from supporter s
      where s.episode_id = e.id and s.withdrawn_at is null and 'support' = any (${open})),
    'belongingStates', coalesce((select json_agg(b.state) from ${newest('belongings', 'v.state')} b
      where 'belongings' = any (${open})), '[]'),
    'isFirstNightConfirmed', coalesce((select h.confirmed = 'confirmed' from housing_place h
      where h.episode_id = e.id and h.span = 'first-night' and 'housing' = any (${open})
      order by h.version desc limit 1), false),
    'lettersWritten', coalesce((select json_agg(distinct k.kind) from ${newest('kept_date', 'v.kind, v.area, v.letter_sent_on, v.state')} k
      where k.letter_sent_on is not null and k.state in ('running', 'kept') and k.area = any (${open})), '[]'),
    'treatmentsAway', coalesce((select json_agg(json_build_object('state', a.state, 'together', a.together,
        'admissionOn', a.admission_on, 'afterHome', a.after_home, 'afterActivity', a.after_activity))
      from ${newest('treatment_away', 'v.state, v.together, v.admission_on, v.after_home, v.after_activity')} a
      where a.state not in ('finished', 'not-taken') and 'omt' = any (${open})), '[]')`
}
