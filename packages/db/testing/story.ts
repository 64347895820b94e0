import type pg from 'pg'
import { newId } from '../src/uuid.ts'
import type { CastPerson, CastService } from './cast.ts'

export type StoryCase = { personId: string; episodeId: string; planId: string; number: string }

export type CaseOptions = {
  prison?: CastService
  familyName?: string
  givenNames?: string
  dateOfBirth?: string | null
  number?: string
  legalStatus?: string
  admittedOn?: string
  releaseDate?: string | null
  certainty?: string
  /** When the person went through the gate; the case is then in its first hours out. */
  releasedAt?: Date
  releaseKind?: string
  /** Items to put on the plan, as area and code. */
  items?: readonly { area: string; code: string; dueAt?: Date }[]
}

export type HandoffOptions = {
  area?: string
  from?: CastService
  to?: CastService
  status?: 'sent' | 'acknowledged' | 'accepted' | 'rejected' | 'revoked'
  worker?: CastPerson
  dueAt?: Date
  sentAt?: Date
}

/** Puts the database straight into a situation, as its owner: for tests that are about what comes after it. */
export type Story = {
  owner: pg.Client
  aCase: (options?: CaseOptions) => Promise<StoryCase>
  aTreatment: (
    of: StoryCase,
    options?: { medicine?: string; rhythm?: string; titration?: string; dosing?: CastService },
  ) => Promise<string>
  /** A supervised dose, given and recorded at the same instant; `forDay` is its day in London. */
  aDose: (of: StoryCase, dose: { treatmentId: string; givenAt: Date; at?: CastService }) => Promise<string>
  aHandoff: (of: StoryCase, options?: HandoffOptions) => Promise<string>
  anItem: (of: StoryCase, item: { area: string; code: string; dueAt?: Date }) => Promise<string>
}

/** nameKey of packages/domain, near enough for names of a story: the repositories use the real one. */
const storyNameKey = (...names: string[]): string => names.join(' ').toLowerCase()

export function makeStory(
  owner: pg.Client,
  services: Record<CastService, string>,
  accountOf: (who: CastPerson) => string,
): Story {
  const anItem: Story['anItem'] = async (of, item) => {
    const id = newId()
    await owner.query(
      `insert into checklist_item (id, care_plan_id, episode_id, area, code, accountable_service_id, owner_side, due_at)
       select $1, $2, $3, $4, $5, s.prison_service_id, 'community', $6 from custody_stay s where s.episode_id = $3`,
      [id, of.planId, of.episodeId, item.area, item.code, item.dueAt ?? null],
    )
    return id
  }

  const aCase: Story['aCase'] = async (options = {}) => {
    const one = {
      personId: newId(),
      episodeId: newId(),
      planId: newId(),
      number: options.number ?? `S${newId().slice(-7).toUpperCase()}`,
    }
    const prison = services[options.prison ?? 'northgate']
    const family = options.familyName ?? 'Hansen'
    const given = options.givenNames ?? 'Luc'
    await owner.query(
      `insert into person (id, family_name, given_names, name_key, date_of_birth, sex, created_by_service_id, created_at)
       values ($1, $2, $3, $4, $5, 'unknown', $6, app.now())`,
      [
        one.personId,
        family,
        given,
        storyNameKey(family, given),
        options.dateOfBirth === undefined ? '1984-04-28' : options.dateOfBirth,
        prison,
      ],
    )
    await owner.query(
      `insert into person_identifier (id, person_id, system, issuer_service_id, value) values ($1, $2, 'prison-number', $3, $4)`,
      [newId(), one.personId, prison, one.number],
    )
    const admitted = options.admittedOn ?? '2025-11-03'
    const releaseDate = options.releaseDate === undefined ? '2026-04-02' : options.releaseDate
    const certainty = options.certainty ?? (releaseDate === null ? 'could-be-any-day' : 'confirmed')
    await owner.query(
      `insert into custody_episode (id, person_id, legal_status, admitted_on, release_country, release_date, release_certainty,
         created_by_service_id, created_at)
       values ($1, $2, $3, $4, 'GB', $5, $6, $7, app.now())`,
      [one.episodeId, one.personId, options.legalStatus ?? 'sentenced', admitted, releaseDate, certainty, prison],
    )
    await owner.query(
      `insert into custody_stay (id, episode_id, prison_service_id, from_at) values ($1, $2, $3, $4::date)`,
      [newId(), one.episodeId, prison, admitted],
    )
    await owner.query(
      `insert into release_date_change (id, episode_id, release_date, release_certainty, changed_at, changed_by, source)
       values ($1, $2, $3, $4, app.now(), $5, 'typed')`,
      [newId(), one.episodeId, releaseDate, certainty, accountOf('northgateNurse')],
    )
    await owner.query(
      `insert into care_plan (id, episode_id, rule_set, made_at, release_date_seen) values ($1, $2, 'story', app.now(), $3)`,
      [one.planId, one.episodeId, releaseDate],
    )
    for (const item of options.items ?? []) await anItem(one, item)
    if (options.releasedAt)
      await owner.query(
        `update custody_episode set released_at = $2, learned_at = $2, release_recorded_at = $2, release_kind = $3,
           ended_on = ($2::timestamptz at time zone 'Europe/London')::date, ended_because = 'released' where id = $1`,
        [one.episodeId, options.releasedAt, options.releaseKind ?? 'planned'],
      )
    return one
  }

  const aTreatment: Story['aTreatment'] = async (of, options = {}) => {
    const id = newId()
    await owner.query(
      `insert into medication_treatment (id, episode_id, medicine, prescribed_text, rhythm, titration, dosing_service_id)
       values ($1, $2, $3, 'as the prescriber wrote it', $4, $5, $6)`,
      [
        id,
        of.episodeId,
        options.medicine ?? 'methadone',
        options.rhythm ?? 'daily',
        options.titration ?? 'no',
        options.dosing ? services[options.dosing] : null,
      ],
    )
    return id
  }

  const aDose: Story['aDose'] = async (of, { treatmentId, givenAt, at = 'harbour' }) => {
    const id = newId()
    await owner.query(
      `insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, given_at, recorded_at, recorded_by, service_id)
       select $1, $2, $3, 'supervised', 'given', day, day, $4, $4, $5, $6
       from (select ($4::timestamptz at time zone 'Europe/London')::date as day) london`,
      [id, treatmentId, of.episodeId, givenAt, accountOf('harbourWorker'), services[at]],
    )
    return id
  }

  const aHandoff: Story['aHandoff'] = async (of, options = {}) => {
    const id = newId()
    const setId = newId()
    const status = options.status ?? 'sent'
    const area = options.area ?? 'omt'
    const from = services[options.from ?? 'northgate']
    const to = services[options.to ?? 'harbour']
    const worker = accountOf(options.worker ?? 'harbourWorker')
    const sender = accountOf('northgateNurse')
    const seen = ['acknowledged', 'accepted'].includes(status)
    await owner.query(
      `insert into send_set (id, episode_id, sending_service_id, sent_at, sent_by) values ($1, $2, $3, coalesce($4, app.now()), $5)`,
      [setId, of.episodeId, from, options.sentAt ?? null, sender],
    )
    await owner.query(
      `insert into handoff (id, episode_id, person_id, send_set_id, area, kind, sending_service_id, receiving_service_id,
         accountable_service_id, status, carries, due_at, sent_at, acknowledged_at, acknowledged_by, accepted_at, worker_id, rejected_reason)
       values ($1, $2, $3, $4, $5, 'planned', $6, $7, $8, $9, app.categories_of_area($5), coalesce($10, app.now() + interval '1 day'),
         coalesce($11, app.now()), $12, $13, $14, $15, $16)`,
      [
        id,
        of.episodeId,
        of.personId,
        setId,
        area,
        from,
        to,
        seen ? to : from,
        status,
        options.dueAt ?? null,
        options.sentAt ?? null,
        seen ? new Date('2026-03-26T09:00:00Z') : null,
        seen ? worker : null,
        status === 'accepted' ? new Date('2026-03-26T09:00:00Z') : null,
        status === 'accepted' ? worker : null,
        status === 'rejected' ? 'no-capacity' : null,
      ],
    )
    await owner.query(
      `insert into handoff_move (id, handoff_id, episode_id, area, move, from_status, to_status, by_account, by_service_id, at, request_id)
       values ($1, $2, $3, $4, 'send', 'draft', 'sent', $5, $6, app.now(), $7)`,
      [newId(), id, of.episodeId, area, sender, from, newId()],
    )
    return id
  }

  return { owner, aCase, aTreatment, aDose, aHandoff, anItem }
}
