import type { Category } from '../access/access-codes.ts'

/**
 * Where a table keeps what is known about a person in a case: by which column a row is theirs, and under which category it is open.
 * `review`: fields that may speak of somebody else, or say where the person is safe. They are held back until a clinician let them go.
 */
export type HeldTable = {
  by: 'person.id' | 'person_id' | 'episode.id' | 'episode_id'
  category: Category | { column: 'category' | 'area' }
  review?: readonly string[]
}

/**
 * Every table with something about a person in it, as the copy for the person has it. Whole on purpose: a table that stands neither here
 * nor in `OTHER_TABLES` fails a test, so nobody forgets the person's rights when adding one.
 */
export const HELD_TABLES = {
  person: { by: 'person.id', category: 'identity' },
  person_identifier: { by: 'person_id', category: 'identity' },
  contact_safety: { by: 'person_id', category: 'identity', review: ['wording', 'hours'] },
  custody_episode: { by: 'episode.id', category: 'release' },
  custody_stay: { by: 'episode_id', category: 'release' },
  release_date_change: { by: 'episode_id', category: 'release', review: ['reason'] },
  release_record: { by: 'episode_id', category: 'release' },
  release_undo: { by: 'episode_id', category: 'release', review: ['words'] },
  release_exclusion: { by: 'episode_id', category: 'release' },
  custody_event: { by: 'episode_id', category: 'release' },
  custody_event_answer: { by: 'episode_id', category: 'release', review: ['reason', 'words'] },
  care_plan: { by: 'episode_id', category: 'release' },
  care_plan_renewal: { by: 'episode_id', category: 'release' },
  care_plan_closing_wish: { by: 'episode_id', category: 'release', review: ['reason'] },
  care_plan_closing: { by: 'episode_id', category: 'release' },
  contact_attempt: { by: 'episode_id', category: 'release', review: ['note'] },
  send_set: { by: 'episode_id', category: 'release' },
  medication_treatment: { by: 'episode_id', category: 'omt' },
  dose: { by: 'episode_id', category: 'omt', review: ['reason'] },
  bridging_prescription: { by: 'episode_id', category: 'omt' },
  planned_supply: { by: 'episode_id', category: 'omt' },
  reachability: { by: 'episode_id', category: 'omt' },
  agreed_lateness: { by: 'episode_id', category: 'omt' },
  cover_plan: { by: 'episode_id', category: 'omt', review: ['signed_name', 'by_name'] },
  cover_gap: { by: 'episode_id', category: 'omt' },
  dose_alert: { by: 'episode_id', category: 'omt' },
  double_dose_call: { by: 'episode_id', category: 'omt', review: ['because'] },
  minimum_pack: { by: 'episode_id', category: 'omt', review: ['phone', 'prescriber_phone'] },
  court_day: { by: 'episode_id', category: 'omt' },
  treatment_away: { by: 'episode_id', category: 'omt', review: ['place'] },
  naloxone_kit: { by: 'episode_id', category: 'naloxone', review: ['holder'] },
  overdose_plan: { by: 'episode_id', category: 'naloxone', review: ['not_alone', 'naloxone_with', 'who_calls'] },
  overdose_report: { by: 'episode_id', category: 'naloxone' },
  what_helps: { by: 'episode_id', category: 'health', review: ['helps', 'pulls', 'last_time'] },
  supporter: { by: 'episode_id', category: 'support', review: ['name', 'phone'] },
  partner_wish: { by: 'episode_id', category: 'partner' },
  own_words: { by: 'episode_id', category: 'own-words' },
  own_words_comment: { by: 'episode_id', category: 'own-words', review: ['text'] },
  housing_place: {
    by: 'episode_id',
    category: 'housing',
    review: ['address', 'key_from', 'fallback', 'fallback_phone'],
  },
  belongings: { by: 'episode_id', category: 'belongings', review: ['may_collect', 'phone'] },
  case_fact: { by: 'episode_id', category: { column: 'category' }, review: ['value'] },
  health_supply: { by: 'episode_id', category: { column: 'category' } },
  evidence_letter: { by: 'episode_id', category: { column: 'category' }, review: ['facts'] },
  outcome: { by: 'episode_id', category: { column: 'category' }, review: ['reason', 'value'] },
  document: { by: 'episode_id', category: { column: 'category' }, review: ['file_name', 'shows'] },
  how_was_it: { by: 'episode_id', category: { column: 'category' }, review: ['words'] },
  checklist_item: { by: 'episode_id', category: { column: 'area' }, review: ['reason'] },
  checklist_item_change: { by: 'episode_id', category: { column: 'area' }, review: ['reason'] },
  item_edit: { by: 'episode_id', category: { column: 'area' }, review: ['reason', 'old_value', 'new_value'] },
  item_comment: { by: 'episode_id', category: { column: 'area' }, review: ['text'] },
  appointment: { by: 'episode_id', category: { column: 'area' }, review: ['place'] },
  barrier: { by: 'episode_id', category: { column: 'area' }, review: ['words', 'resolved_how'] },
  kept_date: { by: 'episode_id', category: { column: 'area' }, review: ['with_whom', 'letter_words'] },
  handoff: { by: 'episode_id', category: { column: 'area' }, review: ['rejected_reason'] },
  handoff_move: { by: 'episode_id', category: { column: 'area' }, review: ['reason'] },
  escalation: { by: 'episode_id', category: { column: 'area' }, review: ['agreed_with'] },
  handoff_message: { by: 'episode_id', category: { column: 'area' }, review: ['text'] },
  ring_call: { by: 'episode_id', category: { column: 'area' } },
  partner_side: {
    by: 'episode_id',
    category: 'partner',
    review: ['is_blocked', 'leaving', 'named_way', 'named_initials', 'named_on', 'code', 'code_until', 'starts_on'],
  },
  sharing_note: { by: 'episode_id', category: 'sharing-note', review: ['words'] },
  sharing_consent: { by: 'episode_id', category: 'health', review: ['purpose', 'explained'] },
  sharing_override: { by: 'episode_id', category: 'health', review: ['reason'] },
  objection: { by: 'episode_id', category: 'health', review: ['decision_reason'] },
} as const satisfies Record<string, HeldTable>
export type HeldTableName = keyof typeof HELD_TABLES

/**
 * What every other table is for, and why no copy for the person is made of it. accounts: of those who work here · services: places and
 * hours · rules: no person · trail: who read what, which has a copy of its own · messages: that something happened, never what · upkeep: of the
 * system itself, short-lived or worked out again from the tables above, where it goes with the case · intake: lists as they were sent; what
 * was taken from them is in the tables above · protection: who guards a record, and what holds two partners together · rights: what became
 * of a person's own requests
 */
export const TABLE_PURPOSES = [
  'accounts',
  'services',
  'rules',
  'trail',
  'messages',
  'upkeep',
  'intake',
  'protection',
  'rights',
] as const
export type TablePurpose = (typeof TABLE_PURPOSES)[number]

export const OTHER_TABLES = {
  retention_rule: 'rules',
  retention_run: 'upkeep',
  retention_run_person: 'upkeep',
  retention_count: 'upkeep',
  legal_hold: 'rights',
  account_link: 'accounts',
  membership_contact: 'accounts',
  partner_joint: 'protection',
  partner_meeting: 'protection',
  partner_naming: 'protection',
  partner_run: 'upkeep',
  partner_shown: 'protection',
  second_factor: 'accounts',
  recovery_code: 'accounts',
  case_part: 'upkeep',
  account: 'accounts',
  account_identity: 'accounts',
  area: 'services',
  arrival_request: 'messages',
  audit_check: 'trail',
  audit_entry: 'trail',
  audit_head: 'trail',
  audit_seal: 'trail',
  break_glass: 'trail',
  break_glass_review: 'trail',
  capacity_statement: 'accounts',
  clock_offset: 'upkeep',
  counted_group: 'upkeep',
  counted_mark: 'upkeep',
  counted_release: 'upkeep',
  counted_scope: 'upkeep',
  counted_total: 'services',
  data_request: 'rights',
  data_request_review: 'rights',
  digest_choice: 'accounts',
  digest_sent: 'messages',
  figure_annotation: 'services',
  figure_annotation_withdrawal: 'services',
  figure_check: 'upkeep',
  figure_export: 'upkeep',
  handoff_message_seen: 'messages',
  holiday_change: 'services',
  installation: 'upkeep',
  item_draft: 'upkeep',
  live_event: 'messages',
  membership: 'accounts',
  name_word: 'upkeep',
  notice: 'messages',
  notice_entry: 'messages',
  notice_mail: 'messages',
  notice_post: 'messages',
  notice_settings: 'accounts',
  notice_withdrawal: 'messages',
  now_screen: 'accounts',
  open_handoff: 'upkeep',
  person_merge: 'rights',
  person_merge_move: 'rights',
  public_holiday: 'services',
  release_list: 'intake',
  release_list_line: 'intake',
  release_to_count: 'upkeep',
  request: 'upkeep',
  restriction: 'protection',
  restriction_member: 'protection',
  rule_set_version: 'rules',
  saved_filter: 'accounts',
  service: 'services',
  service_admission: 'services',
  service_change: 'services',
  service_closure: 'services',
  service_closure_removal: 'services',
  service_day: 'services',
  service_duty_mailbox: 'services',
  service_hours: 'services',
  session: 'accounts',
  simulation: 'services',
  sign_in_attempt: 'accounts',
  turn: 'upkeep',
  worker_heartbeat: 'upkeep',
} as const satisfies Record<string, TablePurpose>

/** Fields that tell nobody anything: ids, versions, search keys, bytes. Names of staff stand in the copy of who saw the record. */
export function isTechnical(field: string): boolean {
  return TECHNICAL.has(field) || (/(^id|_id|_ids|_by|_account|_hash)$/.test(field) && !isService(field))
}

/** A field that names a service: shown by its name, and by its kind alone where the name would say where somebody is safe. */
export function isService(field: string): boolean {
  return /(^|_)service_id$/.test(field)
}

const TECHNICAL: ReadonlySet<string> = new Set([
  'version',
  'assigned_to',
  'created_by_service_id',
  'name_key',
  'content',
  'sha256',
  'hash',
  'attempt',
  'writes',
  'circle',
  'demo',
  'blocked_by',
  'sent_handoffs',
  'turned_items',
  'stood_on_prescriptions',
  'rule_set',
  'from_rule_set',
  'to_rule_set',
  'change_note',
  'clock_stage',
])
