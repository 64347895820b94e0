import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordAnswers } from '@throughcare/db/how-was-it/how-was-it-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { askingDays } from '@throughcare/domain/how-was-it/asking-days'
import { ANSWERS_OF_QUESTION, type Answer, type Question } from '@throughcare/domain/how-was-it/how-was-it-codes'
import type { RecordHowWasItInput } from '@throughcare/domain/how-was-it/record-how-was-it-input'
import { AppError, invalidField, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { getRelease } from '../outcome/get-release.ts'
import { notLaterThanNow } from '../outcome/not-later-than-now.ts'
import { perform } from '../perform.ts'
import { questionsOf } from './questions-of.ts'

export type HowWasItRecorded = { day: number; answers: number }

/**
 * What came of asking the person: answers, refused or not reached, labelled with where, when and by whom it was asked. Who is
 * not asked about medicine by a service that may not know is not asked.
 *
 * @throws AppError `not-found` | `not-allowed` | `invalid-input` when it is said to have been later than now or the question is
 *   not this service's | `refused` with `how-was-it.not-yet`
 */
export function recordHowWasIt(actor: Actor, input: RecordHowWasItInput): Promise<HowWasItRecorded> {
  return perform(actor, 'how-was-it.record', input, async (deed) => {
    const { episodeId, requestId, day, outcome, setting } = input
    const part = await getPart(deed, episodeId, 'how-was-it.record', 'release')
    const askedAt = notLaterThanNow(input.askedAt, deed.now)
    if (!askedAt) throw invalidField('askedAt', 'how-was-it.askedAt.in-the-future')
    const { release } = await getRelease(deed, episodeId)
    const outAt = release.releasedAt ?? release.seenOutsideAt
    const zone = getZone(release.prisonTimeZone)
    const days = outAt ? askingDays(plainDateIn(new Date(outAt), zone), plainDateIn(deed.now, zone)) : []
    if (!days.some((asking) => asking.day === day && asking.state !== 'not-yet')) throw refused('how-was-it.not-yet')

    const mine = questionsOf(actor)
    const given = input.answers.map((each) => ({ ...each, answer: each.answer as Answer }))
    if (given.some(({ question }) => !mine.includes(question)))
      throw invalidField('answers', 'how-was-it.answers.not-yours')
    const said = outcome === 'answered' ? given : mine.map((question) => ({ question, answer: outcome, words: null }))
    if (said.length === 0) throw new AppError('not-allowed')
    await recordAnswers(deed, { episodeId, day, setting, askedAt }, said.map(withCategory))
    await recordAudit(deed, {
      action: 'how-was-it.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: said.map(({ question }) => question),
      requestId,
    })
    return { day, answers: said.length }
  })
}

function withCategory<Said extends { question: Question }>(said: Said) {
  return { ...said, category: ANSWERS_OF_QUESTION[said.question].category }
}
