import { foldMoves, type HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import type { Owner } from '../put.ts'

/** What must hold in every database, whatever was sent to it: each question finds the rows that break it. */
const NEVER: Readonly<Record<string, string>> = {
  'an open item without an accountable service': `select i.id::text as id from checklist_item i left join service s on s.id = i.accountable_service_id where s.id is null`,
  'an open handoff without an accountable service at one of its ends or fallbacks': `select h.id::text as id from handoff h left join service s on s.id = h.accountable_service_id where s.id is null`,
  'an episode that no prison ever held': `select e.id::text as id from custody_episode e where not exists (select 1 from custody_stay s where s.episode_id = e.id)`,
  'a person without a case': `select n.id::text as id from person n where not exists (select 1 from custody_episode e where e.person_id = n.id)`,
  'an item whose status its history does not tell': `select i.id::text as id from checklist_item i where i.status <> (
       select c.to_status from checklist_item_change c where c.item_id = i.id order by c.at desc, c.id desc limit 1)`,
  'a correction of a dose of another case': `select d.id::text as id from dose d join dose c on c.id = d.corrects_dose_id where c.episode_id <> d.episode_id`,
  'a press without an entry in the trail': `select r.action || ' ' || r.id as id from request r where not exists (select 1 from audit_entry a where a.request_id = r.id)`,
  'a press without an answer': `select r.id::text as id from request r where r.answer is null`,
}

/** Texts that somebody typed: none is longer than is taken, and none holds what the two hostile halves of characters turn into. */
const TYPED = `
  select x.place as id from (
    select 'person' as place, family_name || given_names || array_to_string(other_names, '') as text from person
    union all select 'person_identifier', value from person_identifier
    union all select 'contact_attempt', note from contact_attempt
    union all select 'case_fact', value #>> '{}' from case_fact
    union all select 'own_words', words from own_words
    union all select 'medication_treatment', coalesce(form, '') || coalesce(prescribed_text, '') from medication_treatment
    union all select 'dose', coalesce(product, '') || coalesce(reason, '') from dose
    union all select 'naloxone_kit', coalesce(product, '') || coalesce(lot, '') from naloxone_kit
    union all select 'appointment', place from appointment
    union all select 'handoff_move', reason from handoff_move
    union all select 'checklist_item', reason from checklist_item
    union all select 'release_date_change', reason from release_date_change
    union all select 'custody_episode', release_area from custody_episode
  ) x where x.text = U&'\\FFFD' or x.text like '%half _ a character%' or length(x.text) > 21000`

/** What does not hold, in words with the rows; empty when all does. */
export async function brokenInvariants(owner: Owner): Promise<string[]> {
  const broken: string[] = []
  for (const [what, text] of Object.entries({ ...NEVER, 'a text that was not kept as typed': TYPED })) {
    const { rows } = await owner.query<{ id: string }>(`${text} limit 5`)
    broken.push(...rows.map(({ id }) => `${what}: ${id}`))
  }
  return [...broken, ...(await negativeVersions(owner)), ...(await untoldHandoffs(owner))]
}

async function negativeVersions(owner: Owner): Promise<string[]> {
  const { rows: tables } = await owner.query<{ place: string }>(
    `select quote_ident(c.relname) as place from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'version' and not a.attisdropped`,
  )
  const { rows } = await owner.query<{ place: string }>(
    tables.map(({ place }) => `select '${place}' as place from ${place} where version < 0`).join(' union all '),
  )
  return rows.map(({ place }) => `a negative version: ${place}`)
}

/** I-2: the sum of a handoff's history is its state. */
async function untoldHandoffs(owner: Owner): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; status: string; moves: HandoffMove[] | null }>(
    `select h.id::text as id, h.status,
       (select array_agg(m.move order by m.at, m.id) from handoff_move m where m.handoff_id = h.id) as moves from handoff h`,
  )
  return rows
    .filter(({ status, moves }) => foldMoves(moves ?? []) !== status)
    .map(({ id, status, moves }) => `a handoff whose history is not its state: ${id} ${status} ${moves?.join()}`)
}
