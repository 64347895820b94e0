import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Actor } from '../actor.ts'
import { readAsActor } from '../as-actor.ts'
import { MEDICATION_JSON } from '../medication/medication-json.ts'
import type { StoredMedication } from '../medication/stored-medication.ts'

/** Somebody who may be expected for a dose at the actor's service. */
export type StoredDoseCase = StoredMedication & {
  episodeId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  number: string | null
  demo: boolean
  /** How to ring the services that recorded doses, by their ids. */
  phones: Record<string, string | null>
  /** app.now() of the transaction, as ISO text. */
  now: string
}

/**
 * Whose doses the actor's service gives, in one query: inside, whoever it holds and who has a treatment; outside, whoever is
 * out, was handed to it and is dosed there. Not those who died or are back inside. The audit entry names whom the list shows.
 *
 * @param isShown whether a case is on the list, by the rules.
 */
export async function findDoseCases(
  actor: Actor,
  action: string,
  isShown: (found: StoredDoseCase) => boolean,
): Promise<StoredDoseCase[]> {
  let shown: StoredDoseCase[] = []
  const isInside = actor.serviceKind === 'prison-health'
  await readAsActor<{ found: StoredDoseCase }>(
    actor,
    { name: `dose-list-${isInside ? 'inside' : 'outside'}`, text: textOf(isInside), values: [actor.serviceId] },
    {
      action,
      touched: (rows) => {
        shown = rows.map(({ found }) => found).filter(isShown)
        return {
          episodeIds: shown.map(({ episodeId }) => episodeId),
          personIds: shown.map(({ part }) => part.personId),
        }
      },
    },
  )
  return shown
}

const INSIDE = `p.relation = 'own' and e.ended_on is null and e.released_at is null`
const OUTSIDE = `p.relation in ('accepted', 'closing') and 'omt' = any (p.writes)
      and coalesce(e.released_at, (select min(o.at) from outcome o where o.episode_id = e.id and o.kind = 'arrived')) is not null
      and not exists (select 1 from outcome o where o.episode_id = e.id and o.kind in ('died', 'back-in-custody'))
      and exists (select 1 from medication_treatment t where t.episode_id = e.id and t.dosing_service_id = $1::uuid)`

function textOf(isInside: boolean): string {
  return `
  select json_build_object('episodeId', e.id, 'familyName', n.family_name, 'givenNames', n.given_names,
    'dateOfBirth', n.date_of_birth, 'demo', n.demo,
    'number', (select i.value from person_identifier i where i.person_id = n.id and i.system = 'prison-number'
      order by (i.issuer_service_id = stay.prison_service_id) desc, i.id desc limit 1),
    'now', app.utc(app.now()),
    'phones', coalesce((select jsonb_object_agg(v.id, v.phone) from service v
      where v.id in (select d.service_id from dose d where d.episode_id = e.id)), '{}'),
    ${MEDICATION_JSON}) as found
  from case_part p
  join custody_episode e on e.id = p.episode_id
  join person n on n.id = p.person_id
  join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay
    on true
  join service prison on prison.id = stay.prison_service_id
  where p.service_id = $1::uuid and p.until > app.now() and p.categories @> array['identity', 'release', 'omt']
    and exists (select 1 from medication_treatment t where t.episode_id = e.id)
    and ${isInside ? INSIDE : OUTSIDE}
  order by n.name_key, n.date_of_birth, n.id`
}
