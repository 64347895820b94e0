import type { RelationOrNone, Role } from '../access/access-codes.ts'
import { type Action, isAboutACase, mayDo, mayEver } from '../access/who-may.ts'
import type { ServiceKind } from '../service/service-kinds.ts'

/** What kind of thing changed. The triggers of prisma/migrations write these words. */
export const LIVE_TOPICS = ['handoff', 'release', 'item', 'dose', 'case', 'notice', 'message', 'arrival'] as const
export type LiveTopic = (typeof LIVE_TOPICS)[number]

/** The readings that show each: whoever may do none of them has no page that such a change would move. */
const READ_BY: Readonly<Record<LiveTopic, readonly Action[]>> = {
  handoff: ['handoff.by-id', 'handoff.inbox', 'handoff.sent'],
  release: ['release.board', 'care-plan.by-episode', 'outcome.first-hours'],
  item: ['care-plan.by-episode', 'checklist.my-list'],
  dose: ['medication.by-episode', 'dose-list.today', 'gap.board'],
  case: ['care-plan.by-episode', 'outcome.first-hours'],
  notice: ['live.follow'],
  message: ['handoff.by-id'],
  arrival: ['arrival-request.list'],
}

/**
 * May somebody in this role, at a service of this kind with this part in the case, hear that such a thing changed? Decided by
 * the same table as the pages that show it (who-may.ts). A case that is named is heard of by whoever may read that case; a list
 * that everybody of the service has opens none. `none`: the event names no case, and whoever has such a list hears.
 */
export function mayHear(role: Role, kind: ServiceKind, topic: LiveTopic, relation: RelationOrNone): boolean {
  return READ_BY[topic].some((action) =>
    relation === 'none'
      ? mayEver(role, kind, action)
      : isAboutACase(role, action) && mayDo(role, action, relation, kind),
  )
}
