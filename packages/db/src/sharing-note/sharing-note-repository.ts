import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { SharingKind, SharingOffer } from '@throughcare/domain/sharing-note/sharing-note-codes'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** What was said; null once the person took it back. */
export type SaidOfSharing = { kind: SharingKind; words: string | null; wants: SharingOffer[] }

export type StoredSharingNote = {
  id: string
  toldOn: PlainDate
  said: SaidOfSharing | null
  serviceName: string
  recordedAt: string
  recordedBy: string | null
  takenBackAt: string | null
  version: number
}

/** Who can read the notes: of the own service by name, of others the service. */
export type SharingNoteReaders = { serviceName: string; people: string[] }

type Row = Omit<StoredSharingNote, 'said'> & { kind: SharingKind | null; words: string | null; wants: SharingOffer[] }

/** The sharing notes of a case that are open to the actor, the newest first. */
export async function findSharingNotes({ tx, actor, now }: Deed, episodeId: string): Promise<StoredSharingNote[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select n.id, n.told_on::text as "toldOn", n.kind, n.words, n.wants, s.name as "serviceName",
      app.utc(n.recorded_at) as "recordedAt", a.display_name as "recordedBy", app.utc(n.taken_back_at) as "takenBackAt", n.version
    from case_part p join sharing_note n on n.episode_id = p.episode_id join service s on s.id = n.service_id
      left join account a on a.id = n.recorded_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'sharing-note' = any (p.categories) and app.has_grant('may-see-couples')
    order by n.told_on desc, n.recorded_at desc, n.id desc`
  return rows.map(({ kind, words, wants, ...row }) => ({
    ...row,
    said: kind === null ? null : { kind, words, wants },
  }))
}

/** Who can read them: for whoever can. */
export function findSharingNoteReaders({ tx }: Deed, episodeId: string): Promise<SharingNoteReaders[]> {
  return tx.$queryRaw<SharingNoteReaders[]>`
    select service_name as "serviceName", people from app.sharing_note_readers(${episodeId}::uuid)`
}

export async function recordSharingNote(
  { tx, actor, now }: Deed<Actor>,
  episodeId: string,
  { toldOn, ...said }: SaidOfSharing & { toldOn: PlainDate },
): Promise<string> {
  const id = newId()
  await tx.sharingNote.createMany({
    data: [
      {
        id,
        episodeId,
        serviceId: actor.serviceId,
        toldOn: stored(toldOn),
        ...said,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ],
  })
  return id
}

/**
 * Empties a note that the person took back.
 *
 * @returns false when it was taken back already, or another version than the one seen stands
 */
export async function takeBackSharingNote(
  { tx, actor, now }: Deed<Actor>,
  { episodeId, noteId, seenVersion }: { episodeId: string; noteId: string; seenVersion: number },
): Promise<boolean> {
  const { count } = await tx.sharingNote.updateMany({
    where: { id: noteId, episodeId, version: seenVersion, takenBackAt: null },
    data: {
      kind: null,
      words: null,
      wants: [],
      takenBackAt: now,
      takenBackBy: actor.accountId,
      version: seenVersion + 1,
    },
  })
  return count === 1
}
