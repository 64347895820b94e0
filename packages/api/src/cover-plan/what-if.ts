import type { Actor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { findService } from '@throughcare/db/service/service-repository'
import { plainDateIn } from '@throughcare/domain/calendar/zone'
import { gapAfterRelease } from '@throughcare/domain/cover-plan/gap-after-release'
import { type Supposition, suppose } from '@throughcare/domain/cover-plan/suppose'
import type { WhatIfInput } from '@throughcare/domain/cover-plan/what-if-input'
import { doseSentence } from '@throughcare/domain/medication/dose-sentence'
import { doseStrip } from '@throughcare/domain/medication/dose-strip'
import { invalidField, refused } from '../app-error.ts'
import { getCoverOfCase, knownGap } from './cover-of-case.ts'
import type { WhatIfView } from './cover-view.ts'
import { placesAround, servicesGapOf, waysOf } from './ways-of-case.ts'

/**
 * How the days would stand with another day of release, dosing point, appointment, supply or medicine. A read: nothing is
 * written but the audit entry, which names the case and not what was supposed.
 *
 * @throws AppError `not-found` | `not-allowed` | `invalid-input` for a place that doses nobody | `refused` with a refusal of
 *   suppose.ts
 */
export function whatIf(actor: Actor, input: WhatIfInput): Promise<WhatIfView> {
  return asActor(actor, async (deed) => {
    const { episodeId, dosingServiceId, ...said } = input
    const cover = await getCoverOfCase(deed, episodeId, 'cover-plan.what-if')
    const dosing = dosingServiceId === null ? null : await dosingAt(deed, dosingServiceId)
    const supposed = suppose(cover.input, cover.releaseOn, { ...said, dosing })
    if (!supposed.ok) throw refused(supposed.refusal)
    await recordAudit(deed, {
      action: 'cover-plan.what-if',
      episodeIds: [episodeId],
      personIds: [cover.found.part.personId],
    })
    const { place, firstAppointment } = supposed.input
    const around = await placesAround(deed, episodeId, supposed.input.dosingServiceId)
    const today = plainDateIn(deed.now, place.zone)
    const strip = doseStrip(supposed.input, cover.of.rules.depot)
    return {
      today,
      releaseOn: supposed.releaseOn,
      place: dosing?.name ?? cover.of.current?.dosing?.name ?? null,
      strip,
      sentence: doseSentence(strip, today, firstAppointment),
      gap: knownGap(gapAfterRelease(strip, today)),
      ways: waysOf(supposed.input, supposed.releaseOn, around, cover.of.rules.depot),
      servicesGap: servicesGapOf(supposed.input, supposed.releaseOn, around),
      asRecorded: { releaseOn: cover.releaseOn, gap: knownGap(cover.gap) },
    }
  })
}

async function dosingAt(deed: Deed, serviceId: string): Promise<NonNullable<Supposition['dosing']> & { name: string }> {
  const service = await findService(deed, serviceId)
  const hours = (await findOpeningHours(deed, [serviceId])).get(serviceId)
  if (!service?.canDose || !hours) throw invalidField('dosingServiceId', 'cover-plan.dosingServiceId.cannot-dose')
  return { serviceId, name: service.name, place: { zone: hours.zone, hours } }
}
