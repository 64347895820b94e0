import { createHash } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findStanding, type Stated } from '@throughcare/db/circumstance/circumstance-repository'
import { findLetters, type StoredLetter } from '@throughcare/db/evidence-letter/letter-repository'
import type { BarrierCode } from '@throughcare/domain/barrier/barrier-codes'
import { BARRIER_TABLE } from '@throughcare/domain/barrier/barrier-table'
import { getZone } from '@throughcare/domain/calendar/zone'
import {
  CATEGORY_OF_LETTER,
  LETTER_KINDS,
  type LetterKind,
  type LettersOfCaseInput,
} from '@throughcare/domain/evidence-letter/letter-codes'
import { letterText } from '@throughcare/domain/evidence-letter/letter-facts'
import { getPart, mayOn } from '../care-plan/get-part.ts'

export type LetterView = StoredLetter & {
  /** What it says is what was hashed when it was made. */
  isWhole: boolean
}

export type LettersOfCase = {
  letters: LetterView[]
  /** The kinds that the reader may make. */
  makes: LetterKind[]
  /** Of those, the ones that a barrier which still stands asks for. */
  asked: LetterKind[]
  timeZone: string
}

/**
 * The letters made for one person, and which ones the barriers that stand ask for.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getLetters(actor: Actor, { episodeId }: LettersOfCaseInput): Promise<LettersOfCase> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'evidence-letter.by-episode')
    const letters = await findLetters(deed, episodeId)
    const barriers = await findStanding<Stated & { code: BarrierCode; resolvedOn: string | null }>(
      deed,
      'barrier',
      episodeId,
      'area',
    )
    const makes = LETTER_KINDS.filter((kind) => mayOn(actor, 'evidence-letter.make', part, CATEGORY_OF_LETTER[kind]))
    const demanded = new Set(
      barriers.filter(({ resolvedOn }) => resolvedOn === null).map(({ code }) => BARRIER_TABLE[code].letter),
    )
    await recordAudit(deed, {
      action: 'evidence-letter.by-episode',
      episodeIds: [episodeId],
      personIds: [part.personId],
    })
    return {
      letters: letters.map((letter) => ({ ...letter, isWhole: hashOf(letter) === letter.hash })),
      makes,
      asked: makes.filter((kind) => demanded.has(kind)),
      timeZone: getZone(actor.serviceTimeZone),
    }
  })
}

function hashOf(letter: StoredLetter): string {
  const asOf = new Date(letter.asOf).toISOString()
  return createHash('sha256')
    .update(letterText({ ...letter, asOf }))
    .digest('hex')
}
