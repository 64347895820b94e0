import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findPack, findPacksOfAnyDay } from '@throughcare/db/minimum-pack/pack-repository'
import type { PackOfCaseInput } from '@throughcare/domain/minimum-pack/record-pack-input'
import { mayLeaveAnyDay } from '@throughcare/domain/release/release-window'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { type PackView, packView } from './pack-view.ts'

/** The pack of one case, and whether the person is one of those who may be freed on any day. */
export type PackOfCase = PackView & { mayLeaveAnyDay: boolean }

/**
 * The minimum pack of one case.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getPack(actor: Actor, { episodeId }: PackOfCaseInput): Promise<PackOfCase> {
  return asActor(actor, async (deed) => {
    await getPart(deed, episodeId, 'minimum-pack.by-episode')
    const stored = await findPack(deed, episodeId)
    if (!stored) throw new AppError('not-found')
    await recordAudit(deed, {
      action: 'minimum-pack.by-episode',
      episodeIds: [episodeId],
      personIds: [stored.personId],
    })
    return { ...packView(stored), mayLeaveAnyDay: mayLeaveAnyDay(stored) }
  })
}

/** The packs of everybody here who may be freed on any day, the least complete first. */
export function listPacks(actor: Actor): Promise<{ packs: PackView[] }> {
  return asActor(actor, async (deed) => {
    const packs = (await findPacksOfAnyDay(deed))
      .map(packView)
      .toSorted((one, other) => one.pack.there - one.pack.needed - (other.pack.there - other.pack.needed))
    await recordAudit(deed, {
      action: 'minimum-pack.list',
      episodeIds: packs.map(({ episodeId }) => episodeId),
      personIds: packs.map(({ personId }) => personId),
    })
    return { packs }
  })
}
