import { newId } from '@throughcare/db/uuid'
import { CATEGORIES, type Category } from '@throughcare/domain/access/access-codes'
import { FACT_CODES, type FactCode } from '@throughcare/domain/care-plan/fact-codes'
import { FACTS } from '@throughcare/domain/care-plan/nine-facts'
import { AREAS, type Area } from '@throughcare/domain/checklist/areas'
import { type Owner, put } from './put.ts'
import { type HandoffToStore, handoffRows, type StoredHandoff } from './stored-handoffs.ts'

/** A case as it is to stand, written straight into the tables. */
export type CaseToStore = {
  /** Who admitted the person. */
  prison: string
  /** Another prison that has the person since yesterday. */
  movedTo?: string
  /** When the person went through the gate; null while inside. */
  releasedAt: Date | null
  handoffs: readonly HandoffToStore[]
  /** The service that answers for every item and made the dose entry. */
  answersFor: string
  /** The account that wrote everything down. */
  by: string
}

/** Ids of a case in which every table and every category has a row. */
export type StoredCase = {
  episodeId: string
  personId: string
  planId: string
  treatmentId: string
  doseId: string
  kitId: string
  prescriptionId: string
  coverPlanId: string
  courtDayId: string
  callId: string
  /** Two versions of a rule set that wait for somebody's yes. */
  proposalId: string
  secondProposalId: string
  listId: string
  /** A dosing point that nobody else's press changes. */
  placeId: string
  closureId: string
  /** No other person is called so: it may stand in no answer to somebody who has no part in the case. */
  familyName: string
  number: string
  items: Record<Area, string>
  handoffs: readonly StoredHandoff[]
  isInside: boolean
}

/** The day on which everything of the case happened: the day before the story starts. */
export const YESTERDAY = '2026-03-25'
export const RELEASE_DATE = '2026-04-02'
export const BORN = '1984-04-28'
const ADMITTED = '2025-11-03'
const THEN = '2026-03-25T08:00:00Z'
const TOMORROW = '2026-03-27T10:00:00Z'

let told = 0

/** Writes a case with something in every table. */
export async function storeCase(owner: Owner, of: CaseToStore): Promise<StoredCase> {
  told += 1
  const one: StoredCase = {
    ...ghostCase(of.releasedAt === null),
    familyName: `Kestrel${String(told).padStart(5, '0')}`,
    number: `K${String(told).padStart(5, '0')}`,
    handoffs: of.handoffs.map(({ area, status }) => ({ id: newId(), area, status, version: 1 })),
  }
  await storePlace(owner, one)
  await storeProposals(owner, of, one)
  await storePerson(owner, of, one)
  await storeCustody(owner, of, one)
  await storePlan(owner, of, one)
  await storeCare(owner, of, one)
  await storeCover(owner, of, one)
  await storeDoubleDose(owner, of, one)
  await storeAlert(owner, of, one)
  await storeReleases(owner, of, one)
  await storeAfterRelease(owner, of, one)
  await handoffRows(owner, of, one)
  return one
}

/** A case that never was: ids that stand nowhere. */
export function ghostCase(isInside: boolean): StoredCase {
  return {
    episodeId: newId(),
    personId: newId(),
    planId: newId(),
    treatmentId: newId(),
    doseId: newId(),
    kitId: newId(),
    prescriptionId: newId(),
    coverPlanId: newId(),
    courtDayId: newId(),
    callId: newId(),
    proposalId: newId(),
    secondProposalId: newId(),
    listId: newId(),
    placeId: newId(),
    closureId: newId(),
    familyName: 'Nobody',
    number: 'K00000',
    items: Object.fromEntries(AREAS.map((area) => [area, newId()])) as Record<Area, string>,
    handoffs: [],
    isInside,
  }
}

async function storePlace(owner: Owner, { placeId, closureId, number }: StoredCase) {
  await owner.query(
    `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives)
     select $1, $2, 'dosing-point', 'GB', a.id, 'Europe/London', true, '{}' from area a limit 1`,
    [placeId, `Dosing point ${number}`],
  )
  await put(owner, 'service_closure', [
    { id: closureId, service_id: placeId, from_day: '2026-05-01', to_day: '2026-05-02', reason: 'staff days' },
  ])
}

/** Proposed by somebody who approves nothing. */
async function storeProposals(
  owner: Owner,
  { by }: CaseToStore,
  { placeId, proposalId, secondProposalId }: StoredCase,
) {
  await put(
    owner,
    'rule_set_version',
    [proposalId, secondProposalId].map((id, index) => ({
      id,
      kind: 'supply-limits',
      service_id: placeId,
      version: index + 1,
      body: {},
      own_words: 'as the protocol of this place has it',
      source: 'the protocol of this place',
      review_by: '2027-03-26',
      state: 'proposed',
      proposed_at: THEN,
      proposed_by: by,
      changes: 0,
    })),
  )
}

async function storePerson(owner: Owner, of: CaseToStore, { personId, familyName, number }: StoredCase) {
  await put(owner, 'person', [
    {
      id: personId,
      family_name: familyName,
      given_names: 'Luc',
      other_names: [],
      name_key: `${familyName.toLowerCase()} luc`,
      date_of_birth: BORN,
      sex: 'unknown',
      languages: [],
      created_by_service_id: of.prison,
      created_at: THEN,
      demo: false,
      version: 0,
    },
  ])
  await put(owner, 'person_identifier', [
    { id: newId(), person_id: personId, system: 'prison-number', issuer_service_id: of.prison, value: number },
  ])
  await put(owner, 'contact_safety', [{ person_id: personId, wording: 'the dentist', version: 0 }])
}

async function storeCustody(owner: Owner, of: CaseToStore, { episodeId, personId }: StoredCase) {
  const { releasedAt, prison, movedTo, by } = of
  const release = { release_date: RELEASE_DATE, release_certainty: 'confirmed' }
  await put(owner, 'custody_episode', [
    {
      id: episodeId,
      person_id: personId,
      legal_status: 'sentenced',
      admitted_on: ADMITTED,
      release_country: 'GB',
      ...release,
      released_at: releasedAt,
      learned_at: releasedAt,
      release_recorded_at: releasedAt,
      release_kind: releasedAt && 'planned',
      ended_on: releasedAt?.toISOString().slice(0, 10) ?? null,
      ended_because: releasedAt && 'released',
      created_by_service_id: prison,
      created_at: THEN,
      version: 0,
    },
  ])
  const stay = { episode_id: episodeId, from_at: `${ADMITTED}T09:00:00Z`, until_at: movedTo ? THEN : null }
  await put(owner, 'custody_stay', [
    { id: newId(), prison_service_id: prison, ...stay },
    ...(movedTo ? [{ id: newId(), prison_service_id: movedTo, ...stay, from_at: THEN, until_at: null }] : []),
  ])
  await put(owner, 'release_date_change', [
    { id: newId(), episode_id: episodeId, ...release, changed_at: THEN, changed_by: by, source: 'typed' },
  ])
}

async function storePlan(owner: Owner, of: CaseToStore, { episodeId, planId, items }: StoredCase) {
  const recorded = { episode_id: episodeId, recorded_at: THEN, recorded_by: of.by }
  await put(owner, 'care_plan', [
    {
      id: planId,
      episode_id: episodeId,
      rule_set: 'story',
      made_at: THEN,
      release_date_seen: RELEASE_DATE,
      version: 0,
    },
  ])
  await put(
    owner,
    'checklist_item',
    AREAS.map((area) => ({
      id: items[area],
      care_plan_id: planId,
      episode_id: episodeId,
      area,
      code: `story-${area}`,
      accountable_service_id: of.answersFor,
      owner_side: 'community',
      due_at: TOMORROW,
      critical: false,
      blocked_by: [],
      status: 'open',
      version: 0,
    })),
  )
  await put(
    owner,
    'checklist_item_change',
    AREAS.map((area) => ({
      id: newId(),
      item_id: items[area],
      episode_id: episodeId,
      area,
      to_status: 'open',
      at: THEN,
      by_account: of.by,
    })),
  )
  await put(
    owner,
    'case_fact',
    oneFactOfEachCategory().map((code) => ({
      ...recorded,
      code,
      category: FACTS[code].category,
      state: 'asked-later',
      version: 0,
    })),
  )
  await put(owner, 'own_words', [{ id: newId(), ...recorded, words: 'I want to see my sister first' }])
  await put(owner, 'partner_wish', [{ ...recorded, wish: 'no', version: 0 }])
}

async function storeCare(owner: Owner, of: CaseToStore, one: StoredCase) {
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

async function storeCover(owner: Owner, of: CaseToStore, { episodeId, prescriptionId, coverPlanId }: StoredCase) {
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
async function storeAlert(owner: Owner, { by }: CaseToStore, { episodeId }: StoredCase) {
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

async function storeDoubleDose(owner: Owner, { by }: CaseToStore, { episodeId, callId }: StoredCase) {
  await owner.query(
    `insert into double_dose_call (id, episode_id, day, first_service_id, second_service_id, raised_at, raised_by)
     select $1, $2, '2026-03-24', pair.ids[1], pair.ids[2], $3, $4
     from (select array(select id from service order by id limit 2) as ids) pair`,
    [callId, episodeId, THEN, by],
  )
}

/** A release that was recorded by mistake and taken back, and the one that holds where the person is out. */
async function storeReleases(owner: Owner, of: CaseToStore, { episodeId, courtDayId }: StoredCase) {
  const { prison, by, releasedAt } = of
  await put(owner, 'minimum_pack', [
    { id: newId(), episode_id: episodeId, version: 1, prescriber: 'Dr Amadi', recorded_at: THEN, recorded_by: by },
  ])
  await put(owner, 'court_day', [
    {
      id: courtDayId,
      episode_id: episodeId,
      day: YESTERDAY,
      kit_in_hand: true,
      letter_in_hand: false,
      last_dose_confirmed: true,
      left_at: THEN,
      left_recorded_by: by,
      version: 0,
    },
  ])
  const wrongId = newId()
  const wrong = '2026-02-09T09:00:00Z'
  const press = { episode_id: episodeId, service_id: prison, recorded_by: by, turned_items: [], sent_handoffs: [] }
  const at = (instant: string | Date) => ({ released_at: instant, learned_at: instant, recorded_at: instant })
  await put(owner, 'release_record', [
    { id: wrongId, ...press, ...at(wrong), kind: 'planned', request_id: newId() },
    ...(releasedAt ? [{ id: newId(), ...press, ...at(releasedAt), kind: 'planned', request_id: newId() }] : []),
  ])
  const answers = { hdc: 'no', indeterminate: 'no', parole_board: 'no', under_28_days: 'no' }
  await put(owner, 'release_exclusion', [
    { id: newId(), episode_id: episodeId, version: 1, ...answers, recorded_at: wrong, recorded_by: by },
  ])
  await put(owner, 'release_undo', [
    {
      id: newId(),
      record_id: wrongId,
      episode_id: episodeId,
      reason: 'wrong-person',
      undone_at: wrong,
      service_id: prison,
      undone_by: by,
    },
  ])
}

async function storeAfterRelease(owner: Owner, of: CaseToStore, { episodeId }: StoredCase) {
  const recorded = { episode_id: episodeId, service_id: of.answersFor, recorded_at: THEN, recorded_by: of.by }
  await put(owner, 'contact_attempt', [{ id: newId(), ...recorded, channel: 'phone', outcome: 'no-answer', at: THEN }])
  await put(owner, 'outcome', [
    { id: newId(), ...recorded, category: 'release', kind: 'did-not-arrive', value: null, reason: 'ill', at: THEN },
    { id: newId(), ...recorded, category: 'housing', kind: 'first-night', value: 'unknown', reason: null, at: THEN },
  ])
  await put(
    owner,
    'appointment',
    AREAS.map((area) => ({ id: newId(), ...recorded, area, at: TOMORROW, status: 'booked', version: 0 })),
  )
}

function oneFactOfEachCategory(): FactCode[] {
  return CATEGORIES.flatMap((category: Category) => FACT_CODES.find((code) => FACTS[code].category === category) ?? [])
}
