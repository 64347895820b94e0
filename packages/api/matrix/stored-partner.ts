import { newId } from '@throughcare/db/uuid'
import { type CaseToStore, type StoredCase, THEN } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

/** A side that said yes alone, with what a run left on it, and a time that was for both. */
export async function storePartner(owner: Owner, of: CaseToStore, { episodeId }: StoredCase) {
  await put(owner, 'partner_side', [
    {
      id: newId(),
      episode_id: episodeId,
      version: 0,
      answer: 'yes',
      asked_on: '2026-03-20',
      asked_by: of.by,
      seen_alone: true,
      yes_on: '2026-03-20',
      is_blocked: false,
      starts_on: '2026-04-02',
      recorded_at: THEN,
      recorded_by: of.by,
    },
  ])
  await put(owner, 'partner_shown', [{ episode_id: episodeId, other_starts_on: '2026-04-11', shown_at: THEN }])
  const id = newId()
  await put(owner, 'appointment', [
    {
      id,
      episode_id: episodeId,
      area: 'partner',
      service_id: of.answersFor,
      at: '2026-04-07T09:00:00Z',
      status: 'booked',
      recorded_at: THEN,
      recorded_by: of.by,
      version: 0,
    },
  ])
  await put(owner, 'partner_joint', [{ appointment_id: id, episode_id: episodeId, is_joint: false }])
}
