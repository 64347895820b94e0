import type { Deed } from '../as-actor.ts'

/** A place in the area in which the person will be dosed: a reference, with nothing about anybody in it. */
export type PlaceNear = { id: string; name: string; phone: string | null; purpose: 'dosing' | 'benefits' | 'housing' }

/** More of one purpose are not tried: nobody rings more than a few. */
const PLACES_AT_MOST = 20

/**
 * Dosing points, benefits offices and housing offices of the area of this dosing point, by name; of the area of the prison that
 * has the person where no dosing point is named.
 */
export async function findPlacesNear(
  { tx }: Deed,
  episodeId: string,
  dosingServiceId: string | null,
): Promise<PlaceNear[]> {
  return tx.$queryRaw<PlaceNear[]>`
    with here as (
      select coalesce(
        (select d.area_id from service d where d.id = ${dosingServiceId}::uuid),
        (select prison.area_id from custody_stay s join service prison on prison.id = s.prison_service_id
          where s.episode_id = ${episodeId}::uuid order by s.from_at desc limit 1)) as area_id
    ), near as (
      select s.id, s.name, s.phone, case when s.can_dose then 'dosing' else s.kind end as purpose
      from here join service s on s.area_id = here.area_id
      where s.can_dose and s.kind in ('drug-service', 'dosing-point') or s.kind in ('benefits', 'housing')
    ), numbered as (
      select n.*, row_number() over (partition by n.purpose order by n.name, n.id) as place from near n
    )
    select n.id, n.name, n.phone, n.purpose from numbered n where n.place <= ${PLACES_AT_MOST} order by n.name, n.id`
}
