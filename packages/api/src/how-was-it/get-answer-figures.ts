import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findAnswerCounts } from '@throughcare/db/how-was-it/how-was-it-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { windowMonths } from '@throughcare/domain/continuity/report-window'
import { type AnswerFigures, answerFigures } from '@throughcare/domain/how-was-it/answer-figures'

/** What the persons of the actor's own scope said, over the whole period of the figures; small counts are left out. */
export type AnswerFiguresView = { rows: AnswerFigures[]; from: string; to: string }

/** Counts name nobody: no case is opened by them. */
export function getAnswerFigures(actor: Actor): Promise<AnswerFiguresView> {
  return asActor(actor, async (deed) => {
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const months = windowMonths(today)
    const from = `${months[0]}-01` as PlainDate
    const rows = answerFigures(await findAnswerCounts(deed, from, today))
    await recordAudit(deed, { action: 'how-was-it.figures' })
    return { rows, from, to: today }
  })
}
