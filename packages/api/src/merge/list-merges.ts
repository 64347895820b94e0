import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { type ComparedRecord, findLookalikes, findRecords } from '@throughcare/db/merge/compared-records'
import { listMerges } from '@throughcare/db/merge/merge-repository'
import { findPairs, type LikelyPair } from '@throughcare/domain/merge/find-pairs'
import { mustMayMerge } from './may-merge.ts'
import { mergeView, type PairView } from './merge-view.ts'

/** `waiting` for a second person, `merged`, and pairs `likely` to be one person. `more`: not everybody was looked at. */
export type Merges = {
  waiting: PairView[]
  merged: PairView[]
  likely: { likeness: LikelyPair['likeness']; one: ComparedRecord; other: ComparedRecord }[]
  more: boolean
}

/** How many records that share a birth date or a name are compared at once. */
const LOOKED_AT_MOST = 400

/**
 * Who may be in the records of this service twice, what waits for a second person, and what is merged. Nothing is merged by it.
 *
 * @throws AppError `not-allowed` for a manager without the grant of a privacy officer
 */
export function listAllMerges(actor: Actor): Promise<Merges> {
  return asActor(actor, async (deed) => {
    mustMayMerge(actor)
    const pairs = await listMerges(deed)
    const alike = await findLookalikes(deed, LOOKED_AT_MOST)
    const records = await findRecords(
      deed,
      pairs.flatMap(({ facePersonId, otherPersonId }) => [facePersonId, otherPersonId]),
    )
    const byId = new Map(records.map((one) => [one.personId, one]))
    const shown = pairs.flatMap((pair): PairView[] => {
      const [face, other] = [byId.get(pair.facePersonId), byId.get(pair.otherPersonId)]
      return face && other ? [{ merge: mergeView(pair, actor.accountId), face, other }] : []
    })
    const known = new Set(
      pairs.map(({ facePersonId, otherPersonId }) => [facePersonId, otherPersonId].toSorted().join()),
    )
    const likely = findPairs(alike).filter(
      ({ one, other }) => !known.has([one.personId, other.personId].toSorted().join()),
    )
    const all = [...records, ...likely.flatMap(({ one, other }) => [one, other])]
    await recordAudit(deed, {
      action: 'merge.list',
      personIds: all.map(({ personId }) => personId),
      episodeIds: all.flatMap(({ cases }) => cases.map(({ episodeId }) => episodeId)),
    })
    return {
      waiting: shown.filter(({ merge }) => merge.state === 'proposed' || merge.state === 'parting'),
      merged: shown.filter(({ merge }) => merge.state === 'merged'),
      likely,
      more: alike.length === LOOKED_AT_MOST,
    }
  })
}
