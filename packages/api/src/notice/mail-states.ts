import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { listMailStates, type MailState } from '@throughcare/db/notice/notice-mail-repository'

/** What became of a service's e-mails, by mailbox, and whether they come back. */
export type MailStateView = MailState & {
  /** refused: they come back · deferred: the mail server does not take them, and is asked again · fine. */
  state: 'refused' | 'deferred' | 'fine'
}

/** To a manager for their own service, to an administrator wherever something is wrong. No address stands in it. */
export function mailStates(actor: Actor): Promise<MailStateView[]> {
  return asActor(actor, async (deed) => (await listMailStates(deed)).map((each) => ({ ...each, state: stateOf(each) })))
}

function stateOf({ bouncedAt, lastSentAt, deferred }: MailState): MailStateView['state'] {
  if (bouncedAt !== null && (lastSentAt === null || bouncedAt > lastSentAt)) return 'refused'
  return deferred > 0 ? 'deferred' : 'fine'
}
