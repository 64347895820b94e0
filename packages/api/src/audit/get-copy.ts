import type { Actor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { listWhoSaw, type SeenEntry } from '@throughcare/db/audit/who-saw-repository'
import type { Category, Role } from '@throughcare/domain/access/access-codes'
import { actionsInTrail, mayStandOnCopy, type TrailDeed, trailDeed } from '@throughcare/domain/audit/who-saw'
import type { CopyInput } from '@throughcare/domain/audit/who-saw-input'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { getPart } from '../care-plan/get-part.ts'

/** A page of the trail, and the most pages that are read for a copy. */
const AT_ONCE = 200
const MOST_PAGES = 20

/** What one person, or one place, did on one day. */
export type CopyLine = {
  day: PlainDate
  deed: Exclude<TrailDeed, 'listed' | 'searched'>
  /** In an emergency, without a part in the case. */
  inEmergency: boolean
  role: Role | 'system' | null
  /** Null where the place is not named: then nobody who works there is either. */
  name: string | null
  service: { name: string | null; kind: ServiceKind }
  times: number
}

export type TrailCopy = {
  lines: CopyLine[]
  /** More than a copy holds: the oldest are left out. */
  isCut: boolean
  now: string
  timeZone: string
}

/**
 * Who saw my record, for the person to take along: by day, in few words. It names no place that might be a refuge and nobody who
 * works there, and says nothing of a partner. Made by somebody with a part in the case, as far as that part goes; making it is printing it, as
 * far as the trail goes.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getCopy(actor: Actor, { episodeId }: CopyInput): Promise<TrailCopy> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'audit.copy')
    const { seen, isCut } = await everythingSeen(deed, episodeId, part.categories)
    await recordAudit(deed, { action: 'audit.copy', episodeIds: [episodeId], personIds: [part.personId] })
    return {
      lines: linesOf(seen, actor.serviceTimeZone),
      isCut,
      now: deed.now.toISOString(),
      timeZone: actor.serviceTimeZone,
    }
  })
}

async function everythingSeen(deed: Deed<Actor>, episodeId: string, open: readonly Category[]) {
  const actions = actionsInTrail(open, { forPerson: true })
  const seen: SeenEntry[] = []
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await listWhoSaw(deed, episodeId, actions, seen.at(-1) ?? null, AT_ONCE)
    seen.push(...found)
    if (found.length < AT_ONCE) return { seen, isCut: false }
  }
  return { seen, isCut: true }
}

function linesOf(seen: readonly SeenEntry[], timeZone: string): CopyLine[] {
  const lines = new Map<string, CopyLine>()
  for (const one of seen) {
    const line = lineOf(one, timeZone)
    if (line === null) continue
    const key = JSON.stringify(line)
    const known = lines.get(key)
    if (known) known.times += 1
    else lines.set(key, line)
  }
  return [...lines.values()]
}

function lineOf(seen: SeenEntry, timeZone: string): CopyLine | null {
  const deed = trailDeed(seen.action)
  // What the system does by itself reads no record, and a list is nobody's look at one person.
  if (seen.role === 'system' || deed === 'listed' || deed === 'searched') return null
  const isNamed = mayStandOnCopy(seen.serviceKind, seen.womenOnly)
  return {
    day: plainDateIn(seen.shownAt, getZone(timeZone)),
    deed,
    inEmergency: seen.relation === 'break-glass',
    role: seen.role,
    name: isNamed ? seen.accountName : null,
    service: { name: isNamed ? seen.serviceName : null, kind: seen.serviceKind },
    times: 1,
  }
}
