import { newId } from '@throughcare/db/uuid'
import { CATEGORIES, type Category } from '@throughcare/domain/access/access-codes'
import { FACT_CODES, type FactCode } from '@throughcare/domain/care-plan/fact-codes'
import { FACTS } from '@throughcare/domain/care-plan/nine-facts'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { type CaseToStore, RELEASE_DATE, type StoredCase, THEN, TOMORROW } from './case-to-store.ts'
import { type Owner, put } from './put.ts'
import { storePartner } from './stored-partner.ts'

export async function storePlan(owner: Owner, of: CaseToStore, told: StoredCase) {
  const { episodeId, planId, items } = told
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
  await put(owner, 'care_plan_renewal', [
    {
      id: newId(),
      care_plan_id: planId,
      episode_id: episodeId,
      from_rule_set: 'tale',
      to_rule_set: 'story',
      renewed_at: THEN,
      renewed_by: of.by,
      request_id: newId(),
    },
  ])
  // An earlier plan of the same case, closed by one person because nothing critical was open.
  const earlierId = newId()
  await put(owner, 'care_plan', [
    { id: earlierId, episode_id: episodeId, rule_set: 'tale', made_at: THEN, closed_at: THEN, version: 1 },
  ])
  const wish = { care_plan_id: earlierId, episode_id: episodeId, critical_open: 0, asked_by: of.by }
  const wishId = newId()
  await put(owner, 'care_plan_closing_wish', [{ ...wish, id: wishId, asked_at: THEN }])
  await put(owner, 'care_plan_closing', [{ ...wish, wish_id: wishId, closed_at: THEN, closed_by: of.by }])
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
  await put(owner, 'own_words_comment', [{ id: newId(), ...recorded, version: 1, text: 'Her sister has moved' }])
  await put(owner, 'partner_wish', [{ ...recorded, wish: 'no', version: 0 }])
  await storePartner(owner, of, told)
}

function oneFactOfEachCategory(): FactCode[] {
  return CATEGORIES.flatMap((category: Category) => FACT_CODES.find((code) => FACTS[code].category === category) ?? [])
}
