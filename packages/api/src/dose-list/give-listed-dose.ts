import type { Actor } from '@throughcare/db/actor'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import type { GiveListedDoseInput } from '@throughcare/domain/dose-list/give-listed-dose-input'
import { listedDose } from '@throughcare/domain/dose-list/listed-dose'
import { refused } from '../app-error.ts'
import { agreedUntil, historyOfBoth } from '../medication/medication-of-case.ts'
import { decideEntry } from '../medication/record-dose.ts'
import { type DoseRecorded, recordDoseEntry } from '../medication/record-dose-entry.ts'
import { getMedicationFor, getSeenTreatment } from '../medication/treatment-seen.ts'
import { perform } from '../perform.ts'
import { dosingPlaceOf } from './dosing-place-of.ts'
import { rulesOfService } from './rules-of-service.ts'

/**
 * "Given today": a supervised dose, given as the press arrives. What stands in the way of one press on the page is asked
 * again here, so that no stale page gives a dose where a prescriber must be rung first.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile`, with who recorded what meanwhile | `refused` with
 *   `dose-list.<a code of QUICK_BLOCKS>` or a refusal of decide-dose-recording.ts
 */
export function giveListedDose(actor: Actor, input: GiveListedDoseInput): Promise<DoseRecorded> {
  return perform(actor, 'dose-list.give', input, async (deed) => {
    const { episodeId, treatmentId, seenVersion, requestId } = input
    const found = await getMedicationFor(deed, episodeId, 'dose-list.give')
    const treatment = getSeenTreatment(found, treatmentId, seenVersion)
    const hours = await findOpeningHours(deed, [actor.serviceId])
    const place = dosingPlaceOf(actor, hours.get(actor.serviceId) ?? null)
    const rules = await rulesOfService(deed, actor, place)
    const waits = { ...place, agreedUntil: agreedUntil(found, actor.serviceId) }
    const { today, quickBlock } = listedDose(historyOfBoth(found), waits, actor.serviceId, deed.now, rules)
    if (quickBlock !== null) throw refused(`dose-list.${quickBlock}`)

    const dose = { kind: 'supervised', outcome: 'given', forDay: today, toDay: today, givenAt: deed.now } as const
    const { lateEntry } = decideEntry(deed, found, treatment.medicine, dose)
    const said = { ...dose, parts: 1, product: null, reason: null, correctsDoseId: null }
    return recordDoseEntry(
      deed,
      found,
      { action: 'dose-list.give', requestId, treatment },
      { ...said, episodeId, treatmentId, lateEntry },
    )
  })
}
