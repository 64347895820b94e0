import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findStanding } from '@throughcare/db/circumstance/circumstance-repository'
import { findCustodyGround } from '@throughcare/db/circumstance/custody-ground'
import type { Category } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { CircumstancesOfCaseInput } from '@throughcare/domain/circumstance/circumstances-of-case-input'
import { HOUSING_SPANS } from '@throughcare/domain/housing/housing-codes'
import { AREA_OF_KEPT, KEPT_KINDS, type KeptKind } from '@throughcare/domain/kept-date/kept-codes'
import { keptUntilByRule } from '@throughcare/domain/kept-date/kept-until'
import { AppError } from '../app-error.ts'
import { getPart, mayOn } from '../care-plan/get-part.ts'
import {
  type AwayView,
  awayView,
  type BelongingsView,
  belongingsView,
  type KeptView,
  keptView,
  type PlaceView,
  placeView,
} from './circumstance-views.ts'

/** What a person comes back to. A part is null where its kind of information is not open to the reader. */
export type CircumstancesOfCase = {
  /** First night, week and month, in this order, also where nothing was said. */
  places: PlaceView[] | null
  belongings: BelongingsView[] | null
  keptDates: KeptView[] | null
  away: AwayView[] | null
  /** Longest days that a rule of the country gives: proposed, never recorded by itself. */
  byRule: { kind: KeptKind; until: PlainDate }[]
  today: PlainDate
  may: { recordPlace: boolean; recordBelongings: boolean; keep: KeptKind[]; recordAway: boolean }
}

/**
 * Where a person sleeps, what is theirs, what is kept for them until when, and treatment away with what comes after it.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getCircumstances(actor: Actor, { episodeId }: CircumstancesOfCaseInput): Promise<CircumstancesOfCase> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'circumstance.by-episode')
    const ground = await findCustodyGround(deed, episodeId)
    if (!ground) throw new AppError('not-found')
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const isOpen = (category: Category) => part.categories.includes(category)
    const keeps = KEPT_KINDS.filter((kind) => isOpen(AREA_OF_KEPT[kind]))
    const ifOpen = async <T>(open: boolean, find: () => Promise<T>): Promise<T | null> => (open ? find() : null)
    const places = await ifOpen(isOpen('housing'), () =>
      findStanding<NonNullable<PlaceView['place']> & { span: string }>(deed, 'housing_place', episodeId, 'housing'),
    )
    const belongings = await ifOpen(isOpen('belongings'), () =>
      findStanding<BelongingsView>(deed, 'belongings', episodeId, 'belongings'),
    )
    const keptDates = await ifOpen(keeps.length > 0, () => findStanding<KeptView>(deed, 'kept_date', episodeId, 'area'))
    const away = await ifOpen(isOpen('omt'), () => findStanding<AwayView>(deed, 'treatment_away', episodeId, 'omt'))
    await recordAudit(deed, { action: 'circumstance.by-episode', episodeIds: [episodeId], personIds: [part.personId] })
    const country = ground.releaseCountry ?? actor.serviceCountry
    return {
      places: places && HOUSING_SPANS.map((span) => placeView(span, places.find((each) => each.span === span) ?? null)),
      belongings: belongings?.map((each) => belongingsView(each, today)) ?? null,
      keptDates: keptDates?.map((each) => keptView(each, today)) ?? null,
      away: away?.map(awayView) ?? null,
      byRule: keeps.flatMap((kind) => {
        const until = keptUntilByRule(kind, country, ground.admittedOn)
        return until === null ? [] : [{ kind, until }]
      }),
      today,
      may: {
        recordPlace: mayOn(actor, 'housing.record-place', part),
        recordBelongings: mayOn(actor, 'belongings.record', part),
        keep: KEPT_KINDS.filter((kind) => mayOn(actor, 'kept-date.record', part, AREA_OF_KEPT[kind])),
        recordAway: mayOn(actor, 'treatment-away.record', part),
      },
    }
  })
}
