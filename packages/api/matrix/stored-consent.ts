import { newId } from '@throughcare/db/uuid'
import { type CaseToStore, type StoredCase, THEN, YESTERDAY } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

/**
 * What the person of a case said about sharing: a consent for the region, which takes nothing and reads nothing, so that it opens
 * nothing to any hat of the stage; what was decided without one, for the region too; and an objection that waits.
 */
export async function storeConsent(
  owner: Owner,
  { by, answersFor }: CaseToStore,
  { episodeId, consentId, overrideId, objectionId }: StoredCase,
): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(`select id from service where kind = 'region' limit 1`)
  const region = rows[0]?.id
  const recorded = { episode_id: episodeId, service_id: answersFor, recorded_at: THEN, recorded_by: by }
  await put(owner, 'sharing_consent', [
    {
      id: newId(),
      ...recorded,
      consent_id: consentId,
      version: 1,
      state: 'given',
      purpose: 'treatment-goes-on',
      service_ids: [region],
      kinds: [],
      supporter_ids: [],
      categories: ['hiv-hcv', 'own-words'],
      from_on: YESTERDAY,
      valid_from: THEN,
      explained: 'spoken',
      capacity: 'can-decide',
      signature: 'as they sign',
      signed_at: THEN,
    },
  ])
  await put(owner, 'sharing_override', [
    {
      id: overrideId,
      ...recorded,
      legal_basis: 'vital-interest',
      reason: 'as somebody typed it',
      service_ids: [region],
      categories: ['own-words'],
      valid_until: '2026-03-27T20:00:00Z',
      version: 0,
    },
  ])
  await put(owner, 'objection', [
    {
      id: objectionId,
      ...recorded,
      service_ids: [],
      kinds: ['benefits'],
      categories: ['work'],
      due_at: '2026-03-26T00:00:00Z',
      told_what_is_lost: false,
      version: 0,
    },
  ])
}
