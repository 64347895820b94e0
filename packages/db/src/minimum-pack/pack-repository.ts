import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Certainty, LegalStatus } from '@throughcare/domain/release/release-codes'
import { MAY_LEAVE_ANY_DAY } from '@throughcare/domain/release/release-window'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** What is on record about the minimum pack of one person, and who that is. */
export type StoredPack = {
  episodeId: string
  personId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  number: string | null
  legalStatus: LegalStatus
  certainty: Certainty
  releasedAt: string | null
  /** The answer to "dose" of the four-minute plan; null when nobody knows. */
  doseAnswer: string | null
  hasTreatment: boolean
  dosingPoint: string | null
  isTrained: boolean
  hasKit: boolean
  /** Null while nothing was recorded. */
  version: number | null
  letterOn: PlainDate | null
  prescriber: string | null
  prescriberPhone: string | null
  phone: string | null
  /** The last day that a recorded dose or a confirmation covers; null when there is none. */
  lastDoseOn: PlainDate | null
  /** The tick of somebody who is at court now. */
  atCourt: {
    id: string
    version: number
    leftAt: string
    kitInHand: boolean
    letterInHand: boolean
    lastDoseConfirmed: boolean
  } | null
}

/** The pack of one case that the actor's prison holds or held; null otherwise, and for a case that does not exist. */
export async function findPack(deed: Deed, episodeId: string): Promise<StoredPack | null> {
  const [row] = await packs(deed, episodeId)
  return row ?? null
}

/** The packs of everybody in the actor's prison who may be freed on any day, by name. */
export function findPacksOfAnyDay(deed: Deed): Promise<StoredPack[]> {
  return packs(deed, null)
}

const ANY_DAY = Object.entries(MAY_LEAVE_ANY_DAY).flatMap(([status, may]) => (may ? [status] : []))

/** One prison holds a few thousand people; a longer list is nobody's morning. */
const MOST = 2_000

async function packs({ tx, actor, now }: Deed, episodeId: string | null): Promise<StoredPack[]> {
  const rows = await tx.$queryRaw<{ pack: StoredPack }[]>`
    select jsonb_build_object('episodeId', e.id, 'personId', n.id, 'familyName', n.family_name, 'givenNames', n.given_names,
      'dateOfBirth', n.date_of_birth, 'legalStatus', e.legal_status, 'certainty', e.release_certainty, 'releasedAt', e.released_at,
      'number', (select i.value from person_identifier i where i.person_id = n.id and i.issuer_service_id = p.service_id
        and i.system = 'prison-number' order by i.id desc limit 1),
      'doseAnswer', (select f.value #>> '{}' from case_fact f where f.episode_id = e.id and f.code = 'dose' and f.state = 'known'),
      'hasTreatment', coalesce(t.id is not null, false), 'dosingPoint', t.dosing,
      'isTrained', exists (select 1 from case_fact f where f.episode_id = e.id and f.code = 'naloxone-trained'
          and f.state = 'known' and f.value #>> '{}' = 'yes')
        or exists (select 1 from naloxone_kit k where k.episode_id = e.id and (k.trained or k.trained_on is not null)),
      'hasKit', exists (select 1 from naloxone_kit k where k.episode_id = e.id and k.state in ('in-property', 'handed-over')
        and k.holder = 'person'),
      'version', m.version, 'letterOn', m.letter_on, 'prescriber', m.prescriber, 'prescriberPhone', m.prescriber_phone,
      'phone', m.phone,
      'lastDoseOn', greatest((select max(d.to_day) from dose d where d.episode_id = e.id and d.outcome in ('given', 'issued', 'given-elsewhere')
          and d.for_day <= (${now}::timestamptz at time zone ${actorZone(actor)})::date
          and not exists (select 1 from dose c where c.corrects_dose_id = d.id)), t.regime_confirmed_on),
      'atCourt', (select jsonb_build_object('id', c.id, 'version', c.version, 'leftAt', app.utc(c.left_at), 'kitInHand', c.kit_in_hand,
          'letterInHand', c.letter_in_hand, 'lastDoseConfirmed', c.last_dose_confirmed)
        from court_day c where c.episode_id = e.id and c.back_at is null)) as pack
    from case_part p
    join custody_episode e on e.id = p.episode_id
    join person n on n.id = p.person_id
    left join lateral (select t.id, t.regime_confirmed_on, s.name as dosing from medication_treatment t
      left join service s on s.id = t.dosing_service_id
      where t.episode_id = e.id and t.ended_on is null order by t.started_on desc nulls last, t.id desc limit 1) t on true
    left join lateral (select m.* from minimum_pack m where m.episode_id = e.id order by m.version desc limit 1) m on true
    where p.service_id = ${actor.serviceId}::uuid and p.until > ${now} and p.relation in ('own', 'closing')
      and p.categories @> array['identity', 'release', 'omt', 'naloxone']
      and (${episodeId}::uuid is null and p.relation = 'own' and e.ended_on is null
          and (e.legal_status = any (${ANY_DAY}::text[]) or e.release_certainty = 'could-be-any-day')
        or p.episode_id = ${episodeId}::uuid)
    order by n.name_key, e.id limit ${MOST}`
  return rows.map(({ pack }) => pack)
}

function actorZone(actor: Deed['actor']): string {
  return 'serviceTimeZone' in actor ? actor.serviceTimeZone : 'UTC'
}

/** What was stated about the parts that no other record holds. */
export type PackStatement = Pick<StoredPack, 'letterOn' | 'prescriber' | 'prescriberPhone' | 'phone'>

/**
 * Writes the next statement of a case, unless somebody was faster.
 *
 * @returns false when another version than the one seen stands.
 */
export async function recordPackStatement(
  { tx, actor, now }: Deed,
  episodeId: string,
  seenVersion: number | null,
  { letterOn, ...pack }: PackStatement,
): Promise<boolean> {
  const [standing] = await tx.minimumPack.findMany({
    where: { episodeId },
    orderBy: { version: 'desc' },
    take: 1,
    select: { version: true },
  })
  if ((standing?.version ?? null) !== seenVersion) return false
  const { count } = await tx.minimumPack.createMany({
    data: [
      {
        ...pack,
        letterOn: letterOn === null ? null : new Date(`${letterOn}T00:00:00Z`),
        id: newId(),
        episodeId,
        version: (seenVersion ?? 0) + 1,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ],
    skipDuplicates: true,
  })
  return count === 1
}
