import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findAnswers,
  findStaffRecorded,
  type StaffRecorded,
  type StoredAnswer,
} from '@throughcare/db/how-was-it/how-was-it-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type Asking, askingDays } from '@throughcare/domain/how-was-it/asking-days'
import type { Question } from '@throughcare/domain/how-was-it/how-was-it-codes'
import type { HowWasItOfCaseInput } from '@throughcare/domain/how-was-it/record-how-was-it-input'
import { getPart, mayOn } from '../care-plan/get-part.ts'
import { getRelease } from '../outcome/get-release.ts'
import { questionsOf } from './questions-of.ts'

/** One asking of this person: when, and what was answered, the last first. */
export type AskingView = Asking & { answers: StoredAnswer[] }

export type HowWasItView = {
  episodeId: string
  /** Empty while the person is inside. */
  askings: AskingView[]
  staff: StaffRecorded
  /** What a service of the reader's kind may ask. */
  questions: Question[]
  now: string
  may: { record: boolean }
}

/**
 * What the person answered on day 2, 7 and 21, beside what those who work with them recorded of the same things.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getHowWasIt(actor: Actor, { episodeId }: HowWasItOfCaseInput): Promise<HowWasItView> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'how-was-it.by-episode', 'release')
    const { release } = await getRelease(deed, episodeId)
    const answers = await findAnswers(deed, episodeId)
    const staff = await findStaffRecorded(deed, episodeId)
    const zone = getZone(release.prisonTimeZone)
    const outAt = release.releasedAt ?? release.seenOutsideAt
    const days = outAt ? askingDays(plainDateIn(new Date(outAt), zone), plainDateIn(deed.now, zone)) : []
    await recordAudit(deed, { action: 'how-was-it.by-episode', episodeIds: [episodeId], personIds: [part.personId] })
    return {
      episodeId,
      askings: days.map((asking) => ({ ...asking, answers: answers.filter(({ day }) => day === asking.day) })),
      staff,
      questions: questionsOf(actor),
      now: deed.now.toISOString(),
      may: { record: mayOn(actor, 'how-was-it.record', part) },
    }
  })
}
