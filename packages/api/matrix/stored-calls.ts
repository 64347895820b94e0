import { newId } from '@throughcare/db/uuid'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { type CaseToStore, type StoredCase, THEN } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

/** A call about each area, an hour ago and more. */
export async function storeCalls(
  owner: Owner,
  { by, answersFor }: CaseToStore,
  { episodeId }: StoredCase,
): Promise<void> {
  await put(
    owner,
    'ring_call',
    AREAS.map((area) => ({
      id: newId(),
      episode_id: episodeId,
      area,
      about: 'acknowledge',
      subject_id: newId(),
      outcome: 'no-answer',
      at: THEN,
      service_id: answersFor,
      recorded_by: by,
    })),
  )
}
