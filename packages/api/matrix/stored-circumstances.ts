import { newId } from '@throughcare/db/uuid'
import { AREAS, type Area } from '@throughcare/domain/checklist/areas'
import { CATEGORY_OF_LETTER, LETTER_KINDS } from '@throughcare/domain/evidence-letter/letter-codes'
import { CATEGORY_OF_SUPPLY, SUPPLY_KINDS } from '@throughcare/domain/health-supply/supply-codes'
import { AREA_OF_KEPT, KEPT_KINDS, type KeptKind } from '@throughcare/domain/kept-date/kept-codes'
import { type CaseToStore, type StoredCase, THEN } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

/** Under which of the case's ids what is kept is stored, so that a fixture knows it. */
export const SAID_AS = {
  tenancy: 'housing',
  'housing-costs': 'benefits',
  benefit: 'documents',
  job: 'work',
} as const satisfies Record<KeptKind, Area>

/** What is recorded of a person's circumstances, in every category. */
export async function storeCircumstances(owner: Owner, of: CaseToStore, { episodeId, items }: StoredCase) {
  const recorded = { episode_id: episodeId, version: 1, recorded_at: THEN, recorded_by: of.by }
  await put(
    owner,
    'barrier',
    AREAS.map((area) => ({ id: items[area], ...recorded, area, code: 'waiting-list', level: 'service' })),
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
  await put(owner, 'belongings', [{ id: items.belongings, ...recorded, inventory: 'One bag', state: 'in-store' }])
  await put(owner, 'housing_place', [
    {
      ...recorded,
      span: 'first-night',
      kind: 'hostel',
      confirmed: 'asked',
      people_using: 'unknown',
      lockable: 'unknown',
    },
  ])
  await put(
    owner,
    'kept_date',
    KEPT_KINDS.map((kind) => ({
      id: items[SAID_AS[kind]],
      ...recorded,
      kind,
      area: AREA_OF_KEPT[kind],
      state: 'running',
    })),
  )
  await put(owner, 'treatment_away', [
    { id: items.omt, ...recorded, place: 'A house by the sea', state: 'asked', together: 'unknown' },
  ])
  await put(
    owner,
    'health_supply',
    SUPPLY_KINDS.map((kind) => ({
      id: kind === 'psychiatric' ? items.health : newId(),
      ...recorded,
      kind,
      category: CATEGORY_OF_SUPPLY[kind],
      state: 'under-way',
    })),
  )
}
