import { CopyInto } from './copy-in.ts'

/** Every table that a generated country fills, with the columns that it says; the rest have their defaults. */
export const TABLES = {
  area: 'id parent_id country name',
  service: 'id name kind country area_id time_zone phone duty_contact_name duty_contact_phone can_dose receives',
  service_hours: 'id service_id purpose weekday opens closes',
  account: 'id email display_name',
  membership: 'id account_id service_id role',
  session: 'id sid_hash account_id membership_id created_at last_seen_at expires_at proved_at',
  person:
    'id family_name given_names name_key date_of_birth sex languages interpreter_needed created_by_service_id created_at',
  person_identifier: 'id person_id system issuer_service_id value',
  custody_episode:
    'id person_id legal_status admitted_on ended_on ended_because release_country release_date release_certainty released_at learned_at release_recorded_at release_kind created_by_service_id created_at version',
  custody_stay: 'id episode_id prison_service_id from_at',
  release_date_change: 'id episode_id release_date release_certainty changed_at changed_by source',
  release_record:
    'id episode_id released_at learned_at recorded_at kind turned_items sent_handoffs service_id recorded_by request_id',
  care_plan: 'id episode_id rule_set made_at release_date_seen',
  checklist_item:
    'id care_plan_id episode_id area code accountable_service_id owner_side due_offset_minutes due_at critical blocked_by status status_at status_by version',
  checklist_item_change: 'id item_id episode_id area from_status to_status at by_account',
  case_fact: 'episode_id code category state value recorded_at recorded_by',
  medication_treatment:
    'id episode_id medicine prescribed_text rhythm titration started_on regime_confirmed_on regime_confirmed_by dosing_service_id version',
  dose: 'id treatment_id episode_id kind outcome for_day to_day given_at recorded_at recorded_by service_id product',
  cover_gap: 'episode_id dosing_service_id worked_out_at stale_at alert_look_at',
  naloxone_kit: 'id episode_id state handed_at trained recorded_at recorded_by',
  appointment: 'id episode_id area service_id at status recorded_at recorded_by',
  send_set: 'id episode_id sending_service_id sent_at sent_by',
  handoff:
    'id episode_id person_id send_set_id area kind sending_service_id receiving_service_id accountable_service_id status carries due_at sent_at acknowledged_at acknowledged_by accepted_at worker_id version outcome waiting_since half_at ring_at accept_due_at clock_stage next_step_at',
  handoff_move:
    'id handoff_id episode_id area move from_status to_status by_account by_service_id at reason request_id',
  outcome: 'id episode_id category kind value at service_id recorded_at recorded_by',
  contact_attempt: 'id episode_id service_id channel outcome at recorded_at recorded_by',
  case_part: 'service_id episode_id person_id relation categories until writes',
} as const satisfies Record<string, string>

export type CountryTable = keyof typeof TABLES
export type CountryTables = Readonly<Record<CountryTable, CopyInto>>

export async function openTables(superUrl: string): Promise<CountryTables> {
  const opened = await Promise.all(
    Object.entries(TABLES).map(
      async ([table, columns]) => [table, await CopyInto.open(superUrl, table, columns.split(' '))] as const,
    ),
  )
  return Object.fromEntries(opened) as CountryTables
}
