import { newId } from '@throughcare/db/uuid'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { CATEGORY_OF_LETTER, LETTER_KINDS } from '@throughcare/domain/evidence-letter/letter-codes'
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
  await put(
    owner,
    'evidence_letter',
    LETTER_KINDS.map((kind) => ({
      id: newId(),
      episode_id: episodeId,
      kind,
      category: CATEGORY_OF_LETTER[kind],
      service_id: of.answersFor,
      as_of: THEN,
      facts: [],
      hash: '0'.repeat(64),
      recorded_at: THEN,
      recorded_by: of.by,
    })),
  )
}
