import { newId } from '@throughcare/db/uuid'
import { type CaseToStore, type StoredCase, THEN } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

/** On every handoff a question of whoever sent it, that somebody has seen. */
export async function storeMessages(
  owner: Owner,
  { by, handoffs }: CaseToStore,
  { episodeId, handoffs: stored }: StoredCase,
): Promise<void> {
  const messages = handoffs.map(({ from, area }, index) => ({
    id: newId(),
    handoff_id: stored[index]?.id,
    episode_id: episodeId,
    area,
    kind: 'question',
    text: 'which pharmacy?',
    from_service_id: from,
    by_account: by,
    at: THEN,
  }))
  await put(owner, 'handoff_message', messages)
  await put(
    owner,
    'handoff_message_seen',
    messages.map(({ id, handoff_id, area }, index) => ({
      message_id: id,
      account_id: by,
      handoff_id,
      episode_id: episodeId,
      area,
      service_id: handoffs[index]?.to,
      seen_at: THEN,
    })),
  )
}
