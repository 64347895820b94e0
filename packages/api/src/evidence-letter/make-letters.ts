import { createHash } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findLetterGround, recordLetter } from '@throughcare/db/evidence-letter/letter-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import {
  CATEGORY_OF_LETTER,
  LETTER_FACTS,
  type LetterKind,
  type MakeLettersInput,
} from '@throughcare/domain/evidence-letter/letter-codes'
import { letterFacts, letterText } from '@throughcare/domain/evidence-letter/letter-facts'
import { AppError } from '../app-error.ts'
import { getPart, mayOn } from '../care-plan/get-part.ts'
import { refuseRestrictedUse } from '../data-request/refuse-restricted-use.ts'
import { perform } from '../perform.ts'

export type LettersMade = { letters: { id: string; kind: LetterKind; hash: string }[] }

/**
 * Makes the letters that barriers ask for, from the record as it stands: all of them or none. Each is kept as it was made, and
 * the audit trail holds the hash of what it says, so that a paper can be held against the record later.
 *
 * A fact of a category that is not open to the maker is left out of the letter: that it is unknown would not be true.
 *
 * @throws AppError `not-found` | `not-allowed` when one of the kinds tells what the actor may not write | `refused` with
 *   `data-request.use-restricted`
 */
export function makeLetters(actor: Actor, { episodeId, requestId, kinds }: MakeLettersInput): Promise<LettersMade> {
  return perform(actor, 'evidence-letter.make', { episodeId, requestId, kinds }, async (deed) => {
    const part = await getPart(deed, episodeId, 'evidence-letter.make')
    if (!kinds.every((kind) => mayOn(actor, 'evidence-letter.make', part, CATEGORY_OF_LETTER[kind])))
      throw new AppError('not-allowed')
    await refuseRestrictedUse(deed, episodeId, 'letter')
    const ground = await findLetterGround(deed, episodeId)
    if (!ground) throw new AppError('not-found')
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const letters: LettersMade['letters'] = []
    for (const kind of kinds) {
      const facts = letterFacts(kind, ground, today).filter(({ fact }) => part.categories.includes(LETTER_FACTS[fact]))
      const text = letterText({ episodeId, kind, serviceId: actor.serviceId, asOf: deed.now.toISOString(), facts })
      const hash = createHash('sha256').update(text).digest('hex')
      const id = await recordLetter(deed, { episodeId, kind, category: CATEGORY_OF_LETTER[kind], facts, hash })
      letters.push({ id, kind, hash })
    }
    await recordAudit(deed, {
      action: 'evidence-letter.make',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: letters.flatMap(({ kind, hash }) => [kind, `sha256:${hash}`]),
      requestId,
    })
    return { letters }
  })
}
