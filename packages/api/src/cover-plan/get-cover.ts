import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import type { Action } from '@throughcare/domain/access/who-may'
import { STRIP_DAYS_AFTER } from '@throughcare/domain/medication/dose-strip'
import { forecastCover } from '@throughcare/domain/medication/forecast'
import { restsOnUnknown } from '@throughcare/domain/medication/rests-on-unknown'
import { mayOn } from '../care-plan/get-part.ts'
import { type CoverOfCase, getCoverOfCase, knownGap } from './cover-of-case.ts'
import type { CoverView } from './cover-view.ts'
import { type PlacesAround, placesAround, servicesGapOf, waysOf } from './ways-of-case.ts'

/**
 * What is arranged for the days around the release of a case, day by day, and what is agreed against the first gap.
 *
 * @throws AppError `not-found` when the case or its treatment is not open to the service, as if it were not there ·
 *   `not-allowed`
 */
export function getCover(actor: Actor, episodeId: string): Promise<CoverView> {
  return asActor(actor, async (deed) => {
    const cover = await getCoverOfCase(deed, episodeId, 'cover-plan.by-episode')
    await recordAudit(deed, {
      action: 'cover-plan.by-episode',
      episodeIds: [episodeId],
      personIds: [cover.found.part.personId],
    })
    return viewOf(actor, cover, await placesAround(deed, episodeId, cover.input.dosingServiceId))
  })
}

function viewOf(actor: Actor, cover: CoverOfCase, around: PlacesAround): CoverView {
  const { found, of, stored, input, releaseOn, gap, readiness } = cover
  const isOut = input.history.custody.outOn !== null
  const may = (action: Action) => of.current !== null && mayOn(actor, action, found.part)
  const dosing = of.current?.dosing ?? null
  const forecast = forecastCover({ ...input, releaseOn, days: STRIP_DAYS_AFTER + 1 }, of.rules.depot)
  return {
    ...stored,
    today: of.today,
    releaseOn,
    isOut,
    dosingService: dosing && { id: dosing.id, name: dosing.name },
    gap: knownGap(gap),
    readiness,
    ways: waysOf(input, releaseOn, around, of.rules.depot),
    servicesGap: servicesGapOf(input, releaseOn, around),
    days: forecast.days,
    restsOnUnknown: restsOnUnknown(forecast, of.today),
    may: {
      recordPrescription: may('cover-plan.record-prescription'),
      recordSupply: !isOut && may('cover-plan.record-supply'),
      recordReach: may('cover-plan.record-reach'),
      decide: may('cover-plan.decide'),
    },
  }
}
