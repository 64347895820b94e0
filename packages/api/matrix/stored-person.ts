import { newId } from '@throughcare/db/uuid'
import { type CaseToStore, type StoredCase, THEN, TOMORROW, YESTERDAY } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

/** The person's side of a case: what they plan, answer and want, and who stands by them. */
export async function storePersonSide(owner: Owner, of: CaseToStore, { episodeId, overdoseId }: StoredCase) {
  const recorded = { episode_id: episodeId, recorded_at: THEN, recorded_by: of.by }
  await put(owner, 'overdose_plan', [
    { id: newId(), ...recorded, version: 1, answer: 'offered', seen_alone: true, offered_on: YESTERDAY },
  ])
  await put(owner, 'overdose_report', [
    {
      id: overdoseId,
      ...recorded,
      told_by: 'person',
      naloxone: 'no',
      ambulance: 'not-known',
      alone: 'no',
      accountable_service_id: of.answersFor,
      contact_due_at: TOMORROW,
      service_id: of.answersFor,
      version: 0,
    },
  ])
}
