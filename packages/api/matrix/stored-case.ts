import { newId } from '@throughcare/db/uuid'
import { AREAS, type Area } from '@throughcare/domain/checklist/areas'
import { markCase } from './canaries.ts'
import { ADMITTED, BORN, type CaseToStore, RELEASE_DATE, type StoredCase, THEN } from './case-to-store.ts'
import { type Owner, put } from './put.ts'
import { storeArrivalAsk } from './stored-arrival.ts'
import { storeCalls } from './stored-calls.ts'
import { storeAlert, storeCare, storeCover, storeDoubleDose } from './stored-care.ts'
import { storeCircumstances } from './stored-circumstances.ts'
import { storeConsent } from './stored-consent.ts'
import { handoffRows } from './stored-handoffs.ts'
import { storeMessages } from './stored-messages.ts'
import { storePersonSide } from './stored-person.ts'
import { storePlan } from './stored-plan.ts'
import { storeAfterRelease, storeReleases } from './stored-release.ts'
import { storeWork } from './stored-work.ts'

let told = 0

/** For a world in which the same names are told as in the one before it. */
export function tellNamesAnew(): void {
  told = 0
}

/** What nobody else is called. */
export function nextName(): Pick<StoredCase, 'familyName' | 'number'> {
  told += 1
  const digits = String(told).padStart(5, '0')
  return { familyName: `Kestrel${digits}`, number: `K${digits}` }
}

/** Writes a case with something in every table. */
export async function storeCase(owner: Owner, of: CaseToStore): Promise<StoredCase> {
  const one: StoredCase = {
    ...ghostCase(of.releasedAt === null),
    ...nextName(),
    handoffs: of.handoffs.map(({ area, status }) => ({ id: newId(), area, status, version: 1 })),
  }
  markCase(one)
  await storePlace(owner, one)
  await storeProposals(owner, of, one)
  await storePerson(owner, of, one)
  await storeCustody(owner, of, one)
  await storePlan(owner, of, one)
  await storeWork(owner, of, one)
  await storeCare(owner, of, one)
  await storeCover(owner, of, one)
  await storeDoubleDose(owner, of, one)
  await storeAlert(owner, of, one)
  await storeCircumstances(owner, of, one)
  await storePersonSide(owner, of, one)
  await storeConsent(owner, of, one)
  await storeReleases(owner, of, one)
  await storeAfterRelease(owner, of, one)
  await handoffRows(owner, of, one)
  await storeMessages(owner, of, one)
  await storeCalls(owner, of, one)
  await storeArrivalAsk(owner, of, one)
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
    arrivalRequestId: newId(),
    overdoseId: newId(),
    supporterId: newId(),
    sharingNoteId: newId(),
    consentId: newId(),
    overrideId: newId(),
    objectionId: newId(),
    proposalId: newId(),
    secondProposalId: newId(),
    listId: newId(),
    placeId: newId(),
    closureId: newId(),
    familyName: 'Nobody',
    number: 'K00000',
    items: idOfEachArea(),
    documents: idOfEachArea(),
    handoffs: [],
    isInside,
  }
}

function idOfEachArea(): Record<Area, string> {
  return Object.fromEntries(AREAS.map((area) => [area, newId()])) as Record<Area, string>
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
