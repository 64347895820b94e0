import { newId } from '@throughcare/db/uuid'
import { type CaseToStore, type StoredCase, THEN, TOMORROW, YESTERDAY } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

/** The person's side of a case: what they plan, answer and want, and who stands by them. */
export async function storePersonSide(
  owner: Owner,
  of: CaseToStore,
  { episodeId, overdoseId, supporterId, sharingNoteId }: StoredCase,
) {
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
  await put(
    owner,
    'how_was_it',
    (
      [
        ['medicine', 'omt', 'yes'],
        ['bed', 'housing', 'no'],
        ['who-helped', 'support', 'nobody'],
      ] as const
    ).map(([question, category, answer]) => ({
      id: newId(),
      ...recorded,
      day: 21,
      question,
      category,
      answer,
      setting: 'outside',
      asked_at: THEN,
      service_id: of.prison,
    })),
  )
  await put(owner, 'what_helps', [
    {
      id: newId(),
      ...recorded,
      version: 1,
      setting: 'in-custody',
      asked_on: YESTERDAY,
      goal: 'safer-use',
      around_want: 'not-sure',
      helps: ['mornings with my brother'],
      pulls: [],
      strengths: [],
    },
  ])
  await put(owner, 'sharing_note', [
    {
      id: sharingNoteId,
      ...recorded,
      service_id: of.prison,
      told_on: YESTERDAY,
      kind: 'helped-somebody-in-withdrawal',
      words: 'my cell mate was ill',
      wants: [],
      version: 0,
    },
  ])
  await put(owner, 'supporter', [
    {
      id: supporterId,
      ...recorded,
      name: 'brother Jo',
      role: 'everyday',
      phone: '+44 20 7946 0009',
      is_crisis_contact: false,
      consent: 'yes',
      consent_on: YESTERDAY,
      may_be_told: ['that-i-am-out'],
      service_id: of.answersFor,
      version: 0,
    },
  ])
}
