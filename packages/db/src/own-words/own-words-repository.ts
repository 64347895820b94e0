import type { OwnWordsKind, StrategyTask } from '@throughcare/domain/own-words/own-words-codes'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** One saying as it is kept. */
export type StoredSaying = {
  kind: OwnWordsKind
  /** Null where the person chose not to. */
  words: string | null
  language: string | null
  task: StrategyTask | null
}

/** What the person said at one time: its sayings in their order. */
export type StoredOwnWords = {
  version: number
  sayings: StoredSaying[]
  readBack: boolean
  /** Whether the person agreed that they go along with handoffs. */
  mayTravel: boolean
  recordedAt: string
  recordedBy: string | null
}

export type StoredComment = { id: string; version: number; text: string; recordedAt: string; recordedBy: string | null }

/** Every version of a case that is open to the actor's service, the newest first, and what was said beside them. */
export async function findOwnWordsOf(
  { tx, actor, now }: Deed,
  episodeId: string,
): Promise<{ versions: StoredOwnWords[]; comments: StoredComment[] }> {
  const versions = await tx.$queryRaw<StoredOwnWords[]>`
    select w.version, jsonb_agg(jsonb_build_object('kind', w.kind, 'words', w.words, 'language', w.language, 'task', w.task)
        order by w.place) as sayings, bool_and(w.read_back) as "readBack", bool_and(w.may_travel) as "mayTravel", app.utc(min(w.recorded_at)) as "recordedAt",
      min(a.display_name) as "recordedBy"
    from case_part p join own_words w on w.episode_id = p.episode_id left join account a on a.id = w.recorded_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'own-words' = any (p.categories)
      -- Whoever holds the person, or held them, reads all of them; others while the person agrees that they travel.
      and (app.do_own_words_travel(p.episode_id) or p.relation in ('own', 'break-glass') or exists (
        select 1 from custody_stay s where s.episode_id = p.episode_id and s.prison_service_id = p.service_id))
    group by w.version order by w.version desc`
  const comments = await tx.$queryRaw<StoredComment[]>`
    select c.id, c.version, c.text, app.utc(c.recorded_at) as "recordedAt", a.display_name as "recordedBy"
    from case_part p join own_words_comment c on c.episode_id = p.episode_id left join account a on a.id = c.recorded_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'own-words' = any (p.categories)
    order by c.recorded_at desc, c.id desc`
  return { versions, comments }
}

/** The words that stand now; null when nobody wrote any down. */
export async function findStandingWords(deed: Deed, episodeId: string): Promise<StoredOwnWords | null> {
  const { versions } = await findOwnWordsOf(deed, episodeId)
  return versions[0] ?? null
}

/**
 * Writes the next version, unless somebody was faster. Earlier ones stay.
 *
 * @param seenVersion null when there was none
 * @returns false when another version than the one seen stands.
 */
export async function recordWords(
  { tx, actor, now }: Deed,
  episodeId: string,
  seenVersion: number | null,
  said: { sayings: readonly StoredSaying[]; readBack: boolean; mayTravel: boolean },
): Promise<boolean> {
  const [standing] = await tx.ownWords.findMany({
    where: { episodeId },
    orderBy: { version: 'desc' },
    take: 1,
    select: { version: true },
  })
  if ((standing?.version ?? null) !== seenVersion) return false
  const { count } = await tx.ownWords.createMany({
    data: said.sayings.map((saying, index) => ({
      ...saying,
      id: newId(),
      episodeId,
      version: (seenVersion ?? 0) + 1,
      place: index + 1,
      readBack: said.readBack,
      mayTravel: said.mayTravel,
      recordedAt: now,
      recordedBy: actor.accountId,
    })),
    skipDuplicates: true,
  })
  // Where somebody wrote the same version at the same moment, some of these were taken and the deed is undone.
  return count === said.sayings.length
}

/** Adds a comment beside the words. */
export async function recordWordsComment(
  { tx, actor, now }: Deed,
  episodeId: string,
  comment: { version: number; text: string },
): Promise<string> {
  const id = newId()
  await tx.ownWordsComment.createMany({
    data: [{ ...comment, id, episodeId, recordedAt: now, recordedBy: actor.accountId }],
  })
  return id
}

/** Names of places where people are treated or dosed, for the warning that words may give somebody away. */
export async function findTreatingServices({ tx }: Deed): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select s.name from service s where s.kind in ('prison-health', 'drug-service', 'dosing-point', 'peer-support')
    order by s.name limit 2000`
  return rows.map(({ name }) => name)
}
