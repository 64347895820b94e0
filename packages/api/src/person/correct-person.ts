import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findHeldPerson,
  type Person,
  type PersonDetails,
  recordCorrection,
} from '@throughcare/db/person/person-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { admissionFault, birthFault } from '@throughcare/domain/custody-episode/custody-days'
import type { CorrectPersonInput } from '@throughcare/domain/person/correct-person-input'
import { AppError, invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'

/** The version that stands now; `changed` names the fields that were put right. */
export type PersonCorrected = { version: number; changed: string[] }

/**
 * A person's own details put right, by the prison that holds a case of theirs. Whoever pressed on an older page gets both
 * versions and nothing is written.
 *
 * @throws AppError `not-found` | `changed-meanwhile` | `invalid-input`
 */
export function correctPerson(actor: Actor, input: CorrectPersonInput): Promise<PersonCorrected> {
  return perform(actor, 'person.correct', input, async (deed) => {
    const { personId, requestId, seenVersion, ...details } = input
    const person = await findHeldPerson(deed, personId)
    if (!person) throw new AppError('not-found')
    if (person.version !== seenVersion) throw personChangedMeanwhile(person, seenVersion)

    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const { dateOfBirth } = details
    if (dateOfBirth !== null) {
      const fault =
        birthFault(dateOfBirth, today) ??
        (admissionFault(person.firstAdmittedOn, dateOfBirth, today) && 'after-admission')
      if (fault) throw invalidField('dateOfBirth', `person.dateOfBirth.${fault}`)
    }

    const changed = (Object.keys(details) as (keyof PersonDetails)[]).filter(
      (field) => !isDeepStrictEqual(person[field], details[field]),
    )
    if (changed.length > 0 && !(await recordCorrection(deed, { personId, version: seenVersion }, details))) {
      const current = await findHeldPerson(deed, personId)
      throw current ? personChangedMeanwhile(current, seenVersion) : new AppError('not-found')
    }
    await recordAudit(deed, { action: 'person.correct', personIds: [personId], fields: changed, requestId })
    return { version: changed.length > 0 ? seenVersion + 1 : seenVersion, changed }
  })
}

/** Both versions, and who put the details right meanwhile. */
function personChangedMeanwhile(person: Person, seenVersion: number): AppError {
  const { firstAdmittedOn: _unseen, changedBy, changedAt, ...current } = person
  return new AppError('changed-meanwhile', {
    details: { seen: { version: seenVersion }, current, changedBy, changedAt: changedAt?.toISOString() ?? null },
  })
}
