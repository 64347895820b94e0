import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import type { NamedPartner } from '@throughcare/db/partner/side-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { codeKey } from '@throughcare/domain/partner/partner-code'
import type { NamePartnerInput } from '@throughcare/domain/partner/partner-inputs'
import { orderFreeNameKey } from '@throughcare/domain/person/name-key'
import { refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'
import { getSeenSide, writeSide } from './write-side.ts'

/** Always the same word: nobody was looked for. */
export type PartnerNamed = { version: number; answer: 'asked' }

/**
 * Whom the person named as their partner. The answer is "asked", for somebody with a record here and for somebody without: no statement
 * of this press reads a person. Two who named each other are linked by a daily run, and nobody is told that they were named.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `partner.ask-first` while this person has not said
 *   yes
 */
export function namePartner(actor: Actor, input: NamePartnerInput): Promise<PartnerNamed> {
  return perform(actor, 'partner.name', input, async (deed) => {
    const { episodeId, requestId, named } = input
    const part = await getPart(deed, episodeId, 'partner.name', 'partner')
    const { side } = await getSeenSide(deed, input)
    if (side.answer !== 'yes') throw refused('partner.ask-first')
    const version = await writeSide(
      deed,
      input,
      {
        ...side,
        namedWay: named.way,
        namedInitials: named.way === 'not-here' ? named.initials : null,
        namedOn: plainDateIn(deed.now, getZone(actor.serviceTimeZone)),
      },
      lookedFor(named),
    )
    await recordAudit(deed, {
      action: 'partner.name',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['named'],
      requestId,
    })
    return { version, answer: 'asked' }
  })
}

function lookedFor(named: NamePartnerInput['named']): NamedPartner {
  if (named.way === 'code') return { nameWords: [], dateOfBirth: null, code: codeKey(named.code) }
  if (named.way === 'not-here') return { nameWords: [], dateOfBirth: null, code: null }
  const words = orderFreeNameKey(named.familyName, named.givenNames).split(' ').filter(Boolean)
  return { nameWords: [...new Set(words)], dateOfBirth: named.dateOfBirth, code: null }
}
