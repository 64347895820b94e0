import { newId } from '@throughcare/db/uuid'
import { type CaseToStore, type StoredCase, THEN, YESTERDAY } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

export async function storeCare(owner: Owner, of: CaseToStore, one: StoredCase) {
  const { episodeId, treatmentId, doseId, kitId } = one
  await put(owner, 'medication_treatment', [
    {
      id: treatmentId,
      episode_id: episodeId,
      medicine: 'methadone',
      prescribed_text: 'as the prescriber wrote it',
      rhythm: 'daily',
      rhythm_weekdays: [],
      doses_per_day: 1,
      titration: 'no',
      started_on: '2025-11-04',
      version: 0,
    },
  ])
  await put(owner, 'dose', [
    {
      id: doseId,
      treatment_id: treatmentId,
      episode_id: episodeId,
      kind: 'supervised',
      outcome: 'given',
      for_day: YESTERDAY,
      to_day: YESTERDAY,
      parts: 1,
      recorded_at: THEN,
      recorded_by: of.by,
      service_id: of.answersFor,
      late_entry: false,
    },
  ])
  await put(owner, 'naloxone_kit', [
    { id: kitId, episode_id: episodeId, state: 'in-property', recorded_at: THEN, recorded_by: of.by, version: 0 },
  ])
}

export async function storeCover(
  owner: Owner,
  of: CaseToStore,
  { episodeId, prescriptionId, coverPlanId, placeId }: StoredCase,
) {
  const recorded = { episode_id: episodeId, recorded_at: THEN, recorded_by: of.by }
  await put(owner, 'bridging_prescription', [
    {
      id: prescriptionId,
      ...recorded,
      from_day: '2026-04-03',
      to_day: '2026-04-03',
      collected_at_service_id: of.answersFor,
      prescribed_text: 'as the prescriber wrote it',
      status: 'written',
      version: 0,
    },
  ])
  await put(owner, 'planned_supply', [
    { id: newId(), ...recorded, version: 1, from_day: '2026-04-04', to_day: '2026-04-04' },
  ])
  await put(owner, 'agreed_lateness', [
    { id: newId(), ...recorded, dosing_service_id: placeId, version: 1, until: '18:00' },
  ])
  await put(owner, 'reachability', [{ id: newId(), ...recorded, version: 1, state: 'yes' }])
  await put(owner, 'cover_plan', [
    {
      id: coverPlanId,
      episode_id: episodeId,
      way: 'bridging-supply',
      gap_from: '2026-04-05',
      gap_to: '2026-04-06',
      remaining_gap_days: 0,
      by_service_id: of.answersFor,
      by_name: 'whoever is on duty',
      by_day: '2026-04-01',
      decided_at: THEN,
      decided_by: of.by,
      version: 0,
    },
  ])
}

/** Two services are said to have dosed the person the day before yesterday; no entry of this case says so. */
/** It ended, so that a press may raise another. */
export async function storeAlert(owner: Owner, { by }: CaseToStore, { episodeId }: StoredCase) {
  await put(owner, 'dose_alert', [
    {
      id: newId(),
      episode_id: episodeId,
      raised_by_rule: 'days',
      state: 'watch',
      days: 1,
      rule_set_id: 'routing-by-days',
      rule_set_version: 1,
      standing: 'our-default-not-a-guideline',
      rule_id: 'ROUTE-2',
      raised_at: THEN,
      raised_by: by,
      ended_at: THEN,
      ended_by: by,
      ended_because: 'covered',
    },
  ])
}

export async function storeDoubleDose(owner: Owner, { by }: CaseToStore, { episodeId, callId }: StoredCase) {
  await owner.query(
    `insert into double_dose_call (id, episode_id, day, first_service_id, second_service_id, raised_at, raised_by)
     select $1, $2, '2026-03-24', pair.ids[1], pair.ids[2], $3, $4
     from (select array(select id from service order by id limit 2) as ids) pair`,
    [callId, episodeId, THEN, by],
  )
}
