import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findToAsk, MOST_TO_ASK, type ToAsk } from '@throughcare/db/how-was-it/how-was-it-repository'
import { type Asking, openAsking } from '@throughcare/domain/how-was-it/asking-days'

export type ToAskView = Omit<ToAsk, 'answered' | 'today'> & {
  /** The asking that is open and unanswered; null where only a contact is due. */
  asking: Asking | null
}

export type ToAskList = { persons: ToAskView[]; isCut: boolean }

/** Whom to ring today: after a reported overdose first, then those whose asking is open and not answered yet. */
export function listToAsk(actor: Actor): Promise<ToAskList> {
  return asActor(actor, async (deed) => {
    const found = await findToAsk(deed)
    const persons = found.flatMap(({ answered, today, ...person }): ToAskView[] => {
      const open = openAsking(person.releasedOn, today)
      const asking = open && !answered.includes(open.day) ? open : null
      return asking || person.overdoseContactDueAt ? [{ ...person, asking }] : []
    })
    await recordAudit(deed, {
      action: 'how-was-it.due',
      episodeIds: persons.map(({ episodeId }) => episodeId),
      personIds: persons.map(({ personId }) => personId),
    })
    return { persons, isCut: found.length === MOST_TO_ASK }
  })
}
