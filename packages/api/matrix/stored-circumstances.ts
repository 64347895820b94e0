import { newId } from '@throughcare/db/uuid'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { type CaseToStore, type StoredCase, THEN } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

/** What is recorded of a person's circumstances, in every category. */
export async function storeCircumstances(owner: Owner, of: CaseToStore, { episodeId }: StoredCase) {
  const recorded = { episode_id: episodeId, version: 1, recorded_at: THEN, recorded_by: of.by }
  await put(
    owner,
    'barrier',
    AREAS.map((area) => ({ id: newId(), ...recorded, area, code: 'waiting-list', level: 'service' })),
  )
}
