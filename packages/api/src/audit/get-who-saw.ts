import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { listWhoSaw, type SeenEntry } from '@throughcare/db/audit/who-saw-repository'
import type { Category, RelationOrNone, Role } from '@throughcare/domain/access/access-codes'
import { actionsInTrail, type TrailDeed, trailDeed, trailThing } from '@throughcare/domain/audit/who-saw'
import type { WhoSawInput } from '@throughcare/domain/audit/who-saw-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { getPart } from '../care-plan/get-part.ts'

export const ENTRIES_A_PAGE = 50

/** Somebody who read or wrote a case. Instants are ISO texts. */
export type WhoSawEntry = {
  id: string
  at: string
  /** Null: nobody by name, or the system by itself. */
  name: string | null
  role: Role | 'system' | null
  service: { name: string; kind: ServiceKind }
  deed: TrailDeed
  /** What it was about; null: the case as a whole. */
  thing: Category | null
  /** The part of their service in the case at that moment. */
  part: RelationOrNone
  wasRefused: boolean
}

export type WhoSaw = {
  entries: WhoSawEntry[]
  /** Behind which entry the next page begins; null: there is none. */
  next: { at: string; id: string } | null
}

/**
 * Who read or wrote this case, newest first, a page at a time: as far as the reader's own part opens what it was about. A
 * manager sees their own service. That somebody looked at this is itself in the trail.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getWhoSaw(actor: Actor, { episodeId, before, withLists }: WhoSawInput): Promise<WhoSaw> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'audit.who-saw')
    const found = await listWhoSaw(
      deed,
      episodeId,
      actionsInTrail(part.categories, { withLists }),
      before,
      ENTRIES_A_PAGE + 1,
    )
    await recordAudit(deed, { action: 'audit.who-saw', episodeIds: [episodeId], personIds: [part.personId] })
    const shown = found.slice(0, ENTRIES_A_PAGE)
    const last = shown.at(-1)
    return {
      entries: shown.map(entryOf),
      next: found.length > ENTRIES_A_PAGE && last ? { at: last.at.toISOString(), id: last.id } : null,
    }
  })
}

function entryOf(seen: SeenEntry): WhoSawEntry {
  return {
    id: seen.id,
    at: seen.shownAt.toISOString(),
    name: seen.role === 'system' ? null : seen.accountName,
    role: seen.role,
    service: { name: seen.serviceName, kind: seen.serviceKind },
    deed: trailDeed(seen.action),
    thing: trailThing(seen.action),
    part: seen.relation,
    wasRefused: seen.outcome === 'refused',
  }
}
