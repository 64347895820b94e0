import { createHash } from 'node:crypto'
import { newId } from '@throughcare/db/uuid'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { type CaseToStore, type StoredCase, THEN, TOMORROW } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

const PDF = Buffer.from('%PDF-1.7\n')

/** What was done on the items of a plan: an edit, a comment, a draft and a document of each area. */
export async function storeWork(owner: Owner, { by, answersFor }: CaseToStore, one: StoredCase): Promise<void> {
  const of = AREAS.map((area) => ({ item_id: one.items[area], episode_id: one.episodeId, area }))
  await put(
    owner,
    'item_edit',
    of.map((item) => ({
      id: newId(),
      ...item,
      field: 'due',
      new_value: TOMORROW,
      reason: 'asked',
      at: THEN,
      by_account: by,
    })),
  )
  await put(
    owner,
    'item_comment',
    of.map((item) => ({
      id: newId(),
      ...item,
      text: 'rang, nobody there',
      at: THEN,
      by_account: by,
      by_service_id: answersFor,
    })),
  )
  await put(
    owner,
    'item_draft',
    of.map((item) => ({ ...item, account_id: by, text: 'half a sen', saved_at: THEN })),
  )
  await put(
    owner,
    'document',
    of.map(({ area, ...item }) => ({
      id: one.documents[area],
      ...item,
      category: area,
      shows: 'other',
      media_type: 'application/pdf',
      file_name: `${one.documents[area]}.pdf`,
      bytes: PDF.length,
      sha256: `\\x${createHash('sha256').update(PDF).digest('hex')}`,
      content: `\\x${PDF.toString('hex')}`,
      added_at: THEN,
      added_by: by,
      added_by_service_id: answersFor,
    })),
  )
}
