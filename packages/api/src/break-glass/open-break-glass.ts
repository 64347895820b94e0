import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { countPressesLately, findPrivacyOfficers, recordLook } from '@throughcare/db/break-glass/break-glass-repository'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { BREAK_GLASS_PER_HOUR } from '@throughcare/domain/break-glass/break-glass-codes'
import type { OpenBreakGlassInput } from '@throughcare/domain/break-glass/break-glass-inputs'
import { reviewDueAt } from '@throughcare/domain/break-glass/review-due'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { nameKey } from '@throughcare/domain/person/name-key'
import { AppError, invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'

/** The case, open until then; or nobody, whatever the reason. Instants are ISO 8601 in UTC. */
export type BrokenGlass = { opened: { episodeId: string; until: string } | null; reviewDueAt: string }

/**
 * Opens somebody's case in an emergency, for an hour, to read, to whoever presses. The look is written down, told to the privacy
 * officers of the service and of its area and reviewed, whether or not there is such a person: for nobody found, several found and
 * a restricted record the same is done and answered.
 *
 * @throws AppError `too-many-attempts` | `invalid-input` for a birthday ahead
 */
export function openBreakGlass(actor: Actor, input: OpenBreakGlassInput): Promise<BrokenGlass> {
  return perform(actor, 'break-glass.open', input, async (deed) => {
    const { requestId, familyName, givenNames, ...said } = input
    if ((await countPressesLately(deed)) >= BREAK_GLASS_PER_HOUR) throw new AppError('too-many-attempts')
    if (said.dateOfBirth > plainDateIn(deed.now, getZone(actor.serviceTimeZone)))
      throw invalidField('dateOfBirth', 'person.dateOfBirth.in-the-future')
    const hours = (await findOpeningHours(deed, [actor.serviceId])).get(actor.serviceId)
    if (!hours) throw new AppError('unavailable')
    const dueAt = reviewDueAt(deed.now, hours)
    const words = nameKey(familyName, givenNames).split(' ')
    const { breakGlassId, episodeId, until } = await recordLook(deed, { ...said, words, reviewDueAt: dueAt })
    await tellOfficers(deed, breakGlassId)
    await recordAudit(deed, {
      action: 'break-glass.open',
      episodeIds: episodeId ? [episodeId] : [],
      fields: ['name', 'dateOfBirth', said.reason, said.basis],
      requestId,
    })
    return {
      opened: episodeId && until ? { episodeId, until: until.toISOString() } : null,
      reviewDueAt: dueAt.toISOString(),
    }
  })
}

/** Of whom it was, and whether there is such a person, no notice says. */
async function tellOfficers(deed: Deed<Actor>, breakGlassId: string): Promise<void> {
  for (const { serviceId, accountId } of await findPrivacyOfficers(deed))
    await recordNotice(deed, {
      kind: 'break-glass-opened',
      serviceId,
      audience: { accountId },
      episodeId: null,
      handoffId: null,
      urgency: 'emergency',
      dedupeKey: breakGlassId,
    })
}
