import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findLastCheck,
  findLastHead,
  findTrailState,
  listChains,
  type StoredChain,
  type TrailCheck,
  type TrailState,
} from '@throughcare/db/audit/trail-repository'
import { listTrailWithoutContent } from '@throughcare/db/audit/who-saw-repository'
import type { Role } from '@throughcare/domain/access/access-codes'
import type { TrailBoardInput } from '@throughcare/domain/audit/trail-board-input'
import { type TrailDeed, trailDeed } from '@throughcare/domain/audit/who-saw'
import { ENTRIES_A_PAGE } from './get-who-saw.ts'

/** What somebody of a service did, without whose case it was. */
export type BoardEntry = {
  id: string
  at: string
  name: string | null
  role: Role | null
  deed: TrailDeed
  outcome: 'done' | 'denied' | 'refused'
  cases: number
}

export type TrailBoard = {
  state: TrailState
  chains: StoredChain[]
  lastCheck: (TrailCheck & { checkedAt: Date }) | null
  head: { sequence: number; signedAt: Date } | null
  entries: BoardEntry[]
  next: { at: string; id: string } | null
}

/** How the trail stands, chain by chain; and, for a service that is asked for, what its people did, without content. */
export function getTrailBoard(actor: Actor, { serviceId, before }: TrailBoardInput): Promise<TrailBoard> {
  return asActor(actor, async (deed) => {
    const head = await findLastHead(deed)
    const found = serviceId === null ? [] : await listTrailWithoutContent(deed, serviceId, before, ENTRIES_A_PAGE + 1)
    await recordAudit(deed, { action: 'audit.board', fields: serviceId === null ? [] : ['entries'] })
    const shown = found.slice(0, ENTRIES_A_PAGE)
    const last = shown.at(-1)
    return {
      state: await findTrailState(deed),
      chains: await listChains(deed),
      lastCheck: await findLastCheck(deed),
      head: head && { sequence: head.sequence, signedAt: head.signedAt },
      entries: shown.map(({ id, shownAt, accountName, role, action, outcome, cases }) => ({
        id,
        at: shownAt.toISOString(),
        name: accountName,
        role,
        deed: trailDeed(action),
        outcome,
        cases,
      })),
      next: found.length > ENTRIES_A_PAGE && last ? { at: last.at.toISOString(), id: last.id } : null,
    }
  })
}
