import { randomInt } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { endJointTimes } from '@throughcare/db/partner/together-repository'
import { addDays } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type AnswerRefusal, decideAnswer } from '@throughcare/domain/partner/decide-answer'
import { CODE_LASTS_DAYS, CODE_LENGTH, CODE_SIGNS } from '@throughcare/domain/partner/partner-code'
import type { RecordPartnerAnswerInput } from '@throughcare/domain/partner/partner-inputs'
import { invalidField } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'
import { getSeenSide, writeSide } from './write-side.ts'

export type PartnerAnswerRecorded = { version: number }

/** Which field of the form a refusal stands at. */
const FIELD_OF: Record<AnswerRefusal, [path: string, fault: string]> = {
  'partner.not-seen-alone': ['seenAlone', 'partner.seenAlone.missing'],
  'partner.in-the-future': ['askedOn', 'partner.askedOn.in-the-future'],
  'partner.before-the-last': ['askedOn', 'partner.askedOn.before-the-last'],
  'partner.nothing-to-withdraw': ['answer', 'partner.answer.nothing-to-withdraw'],
  'partner.withdraw-instead': ['answer', 'partner.answer.withdraw-instead'],
  'partner.leaving-not-chosen': ['leaving', 'partner.leaving.missing'],
  'partner.not-leaving': ['leaving', 'partner.leaving.not-leaving'],
}

/**
 * What the person said in one private conversation. Only this side is written, whatever was said: who the partner is, and whether there
 * is one, is not looked at. Whoever leaves at once has the coming times for both called off on this side.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` for what `decideAnswer` refuses
 */
export function recordAnswer(actor: Actor, input: RecordPartnerAnswerInput): Promise<PartnerAnswerRecorded> {
  return perform(actor, 'partner.record-answer', input, async (deed) => {
    const { episodeId, requestId, wantsCode, ...said } = input
    const part = await getPart(deed, episodeId, 'partner.record-answer', 'partner')
    const { side } = await getSeenSide(deed, input)
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const decided = decideAnswer(side, said, today)
    if (!decided.ok) throw invalidField(...FIELD_OF[decided.refusal])
    // A code is given with a yes and falls with anything else.
    const stands = decided.side.answer === 'yes' && !decided.side.isBlocked
    const code = stands
      ? wantsCode
        ? { code: newCode(), codeUntil: addDays(today, CODE_LASTS_DAYS) }
        : { code: side.code, codeUntil: side.codeUntil }
      : { code: null, codeUntil: null }
    const version = await writeSide(deed, input, { ...side, ...decided.side, ...code, askedById: actor.accountId })
    if (decided.side.leaving === 'end-now') await endJointTimes(deed, episodeId)
    await recordAudit(deed, {
      action: 'partner.record-answer',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['answer', 'askedOn', 'seenAlone', 'isBlocked', 'leaving'],
      requestId,
    })
    return { version }
  })
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('')
}
