import { newId } from '@throughcare/db/uuid'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { type CaseToStore, type StoredCase, THEN, TOMORROW, YESTERDAY } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

/** A release that was recorded by mistake and taken back, the one that holds where the person is out, and a stay in hospital that is over. */
export async function storeReleases(owner: Owner, of: CaseToStore, { episodeId, courtDayId }: StoredCase) {
  const { prison, by, releasedAt } = of
  await put(owner, 'minimum_pack', [
    { id: newId(), episode_id: episodeId, version: 1, prescriber: 'Dr Amadi', recorded_at: THEN, recorded_by: by },
  ])
  await put(owner, 'court_day', [
    {
      id: courtDayId,
      episode_id: episodeId,
      day: YESTERDAY,
      kit_in_hand: true,
      letter_in_hand: false,
      last_dose_confirmed: true,
      left_at: THEN,
      left_recorded_by: by,
      version: 0,
    },
  ])
  const wrongId = newId()
  const wrong = '2026-02-09T09:00:00Z'
  const press = { episode_id: episodeId, service_id: prison, recorded_by: by, turned_items: [], sent_handoffs: [] }
  const at = (instant: string | Date) => ({ released_at: instant, learned_at: instant, recorded_at: instant })
  await put(owner, 'release_record', [
    { id: wrongId, ...press, ...at(wrong), kind: 'planned', request_id: newId() },
    ...(releasedAt ? [{ id: newId(), ...press, ...at(releasedAt), kind: 'planned', request_id: newId() }] : []),
  ])
  const eventId = newId()
  const byPrison = { episode_id: episodeId, service_id: prison }
  await put(owner, 'custody_event', [
    {
      id: eventId,
      ...byPrison,
      kind: 'hospital',
      at: wrong,
      ended_episode: false,
      recorded_at: wrong,
      recorded_by: by,
    },
  ])
  await put(owner, 'custody_event_answer', [
    { id: newId(), ...byPrison, event_id: eventId, answer: 'over', at: wrong, answered_by: by },
  ])
  const answers = { hdc: 'no', indeterminate: 'no', parole_board: 'no', under_28_days: 'no' }
  await put(owner, 'release_exclusion', [
    { id: newId(), episode_id: episodeId, version: 1, ...answers, recorded_at: wrong, recorded_by: by },
  ])
  await put(owner, 'release_undo', [
    {
      id: newId(),
      record_id: wrongId,
      episode_id: episodeId,
      reason: 'wrong-person',
      undone_at: wrong,
      service_id: prison,
      undone_by: by,
    },
  ])
}

export async function storeAfterRelease(owner: Owner, of: CaseToStore, { episodeId }: StoredCase) {
  const recorded = { episode_id: episodeId, service_id: of.answersFor, recorded_at: THEN, recorded_by: of.by }
  await put(owner, 'contact_attempt', [{ id: newId(), ...recorded, channel: 'phone', outcome: 'no-answer', at: THEN }])
  await put(owner, 'outcome', [
    { id: newId(), ...recorded, category: 'release', kind: 'did-not-arrive', value: null, reason: 'ill', at: THEN },
    { id: newId(), ...recorded, category: 'housing', kind: 'first-night', value: 'unknown', reason: null, at: THEN },
  ])
  await put(
    owner,
    'appointment',
    AREAS.map((area) => ({ id: newId(), ...recorded, area, at: TOMORROW, status: 'booked', version: 0 })),
  )
}
