import type { CastService } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { HANDOFF_MOVES, type HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { Scene } from './scene.ts'

/** What of a scene a story needs. */
type ToldScene = Pick<Scene, 'owner' | 'services' | 'people' | 'aCase'>

/** Hours from the gate; minutes and seconds as fractions. */
type Hours = number

type ToldDose = {
  /** Null: nobody wrote the time down. */
  at: Hours | null
  day: string
  toDay?: string
  kind?: 'supervised' | 'take-home' | 'depot'
  outcome?: string
  /** Harbour Recovery, unless said otherwise. */
  by?: CastService
  /** The place in this list of the entry that it corrects. */
  corrects?: number
}

type ToldHandoff = {
  area?: string
  to?: CastService
  moves: readonly (readonly [HandoffMove, Hours, reason?: string])[]
  /** The place in this list of the handoff that it follows. */
  after?: number
  /** Opened by a time-out, to the fallback service. */
  bySystem?: boolean
}

/** One release as records tell it. What is left out was never recorded. */
export type ToldRelease = {
  name: string
  prison?: CastService
  releasedAt?: Date
  kind?: 'planned' | 'short-notice' | 'unplanned'
  treatment?: {
    medicine?: string
    rhythm?: string
    weekdays?: readonly number[]
    endedOn?: string
    dosing?: CastService
  }
  answers?: Partial<Record<'dose' | 'opioid-need', string>>
  doses?: readonly ToldDose[]
  kits?: readonly { state: string; handedAt?: Hours }[]
  handoffs?: readonly ToldHandoff[]
  outcomes?: readonly { kind: string; at: Hours; value?: string }[]
  items?: readonly { code: string; status: string; at: Hours }[]
}

/** Friday morning, two days before the clocks change. */
export const GATE = new Date('2026-03-27T10:00:00Z')

/** Puts a release and all that was recorded of it straight into the database. */
export async function tellRelease(
  scene: ToldScene,
  told: ToldRelease,
): Promise<{ personId: string; episodeId: string }> {
  const gate = told.releasedAt ?? GATE
  const at = (hours: Hours): Date => new Date(gate.getTime() + hours * 3_600_000)
  const one = await scene.aCase({
    familyName: told.name,
    releaseDate: gate.toISOString().slice(0, 10),
    releasedAt: gate,
    releaseKind: told.kind ?? 'planned',
    ...(told.prison ? { prison: told.prison } : {}),
  })
  const { episodeId } = one
  const nurse = scene.people.northgateNurse.accountId
  const insert = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row)
    return scene.owner.query(
      `insert into ${table} (${columns}) values (${columns.map((_, index) => `$${index + 1}`)})`,
      Object.values(row),
    )
  }

  for (const [code, value] of Object.entries(told.answers ?? {}))
    await insert('case_fact', {
      episode_id: episodeId,
      code,
      category: code === 'dose' ? 'omt' : 'naloxone',
      state: 'known',
      value: JSON.stringify(value),
      recorded_at: at(-50),
      recorded_by: nurse,
    })
  const treatmentId = newId()
  if (told.treatment)
    await insert('medication_treatment', {
      id: treatmentId,
      episode_id: episodeId,
      medicine: told.treatment.medicine ?? 'methadone',
      rhythm: told.treatment.rhythm ?? 'daily',
      rhythm_weekdays: [...(told.treatment.weekdays ?? [])],
      titration: 'no',
      started_on: '2026-01-05',
      ended_on: told.treatment.endedOn ?? null,
      dosing_service_id: told.treatment.dosing ? scene.services[told.treatment.dosing] : null,
    })
  const doseIds: string[] = []
  for (const dose of told.doses ?? []) {
    const id = newId()
    doseIds.push(id)
    await insert('dose', {
      id,
      treatment_id: treatmentId,
      episode_id: episodeId,
      kind: dose.kind ?? 'supervised',
      outcome: dose.outcome ?? (dose.kind === 'take-home' ? 'issued' : 'given'),
      for_day: dose.day,
      to_day: dose.toDay ?? dose.day,
      given_at: dose.at === null ? null : at(dose.at),
      recorded_at: at((dose.at ?? 30) + 0.01 + doseIds.length / 1000),
      recorded_by: nurse,
      service_id: scene.services[dose.by ?? 'harbour'],
      corrects_dose_id: dose.corrects === undefined ? null : doseIds[dose.corrects],
      reason: dose.corrects === undefined ? null : 'put right',
    })
  }
  for (const kit of told.kits ?? [])
    await insert('naloxone_kit', {
      id: newId(),
      episode_id: episodeId,
      state: kit.state,
      handed_at: kit.handedAt === undefined ? null : at(kit.handedAt),
      recorded_at: at(0.5),
      recorded_by: nurse,
    })
  const handoffIds: string[] = []
  for (const handoff of told.handoffs ?? [])
    handoffIds.push(
      await tellHandoff(
        scene,
        one,
        handoff,
        handoff.after === undefined ? null : (handoffIds[handoff.after] ?? null),
        at,
      ),
    )
  for (const outcome of told.outcomes ?? [])
    await insert('outcome', {
      id: newId(),
      episode_id: episodeId,
      category: outcome.kind === 'first-night' ? 'housing' : 'release',
      kind: outcome.kind,
      value: outcome.value ?? null,
      at: at(outcome.at),
      service_id: scene.services.harbour,
      recorded_at: at(outcome.at + 1),
      recorded_by: nurse,
    })
  for (const item of told.items ?? [])
    await scene.owner.query(
      `insert into checklist_item (id, care_plan_id, episode_id, area, code, accountable_service_id, owner_side, status, reason, status_at)
       select $1, p.id, p.episode_id, 'omt', $2, $3, 'community', $4, 'said so', $5 from care_plan p where p.episode_id = $6`,
      [newId(), item.code, scene.services.harbour, item.status, at(item.at), episodeId],
    )
  return one
}

async function tellHandoff(
  scene: ToldScene,
  { episodeId, personId }: { episodeId: string; personId: string },
  told: ToldHandoff,
  previousId: string | null,
  at: (hours: Hours) => Date,
): Promise<string> {
  const id = newId()
  const setId = newId()
  const area = told.area ?? 'omt'
  const [from, to] = [scene.services.northgate, scene.services[told.to ?? 'harbour']]
  const nurse = scene.people.northgateNurse.accountId
  const system = '00000000-0000-7000-8000-000000000001'
  const worker = scene.people.harbourWorker.accountId
  const sent = at(told.moves[0]?.[1] ?? 0)
  const seen = told.moves.find(([move]) => move === 'acknowledge' || move === 'accept')
  const taken = told.moves.find(([move]) => move === 'accept')
  const status = told.moves.reduce<HandoffStatus>((_, [move]) => HANDOFF_MOVES[move].to, 'draft')
  const isHeld = ['acknowledged', 'accepted', 'in-progress', 'done'].includes(status)
  await scene.owner.query(
    `insert into send_set (id, episode_id, sending_service_id, sent_at, sent_by) values ($1, $2, $3, $4, $5)`,
    [setId, episodeId, from, sent, nurse],
  )
  await scene.owner.query(
    `insert into handoff (id, episode_id, person_id, send_set_id, area, kind, sending_service_id, receiving_service_id,
       accountable_service_id, status, carries, due_at, sent_at, acknowledged_at, acknowledged_by, accepted_at, worker_id,
       rejected_reason, previous_id, outcome)
     values ($1, $2, $3, $4, $5, 'planned', $6, $7, $8, $9,
       array(select unnest(app.categories_of_area($5)) intersect select unnest(app.categories_of_kind((select kind from service where id = $7)))),
       $10::timestamptz + interval '1 day', $10, $11, $12, $13, $14, $15, $16, case when $9 = 'done' then 'as-planned' end)`,
    [
      id,
      episodeId,
      personId,
      setId,
      area,
      from,
      to,
      isHeld || (told.bySystem && status === 'sent') ? to : from,
      status,
      sent,
      seen ? at(seen[1]) : null,
      seen ? worker : null,
      taken ? at(taken[1]) : null,
      taken ? worker : null,
      told.moves.find(([move]) => move === 'reject')?.[2] ?? (status === 'rejected' ? 'no-capacity' : null),
      previousId,
    ],
  )
  let before: HandoffStatus = 'draft'
  for (const [move, hours, reason] of told.moves) {
    await scene.owner.query(
      `insert into handoff_move (id, handoff_id, episode_id, area, move, from_status, to_status, by_account, by_service_id, at, reason, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        newId(),
        id,
        episodeId,
        area,
        move,
        before,
        HANDOFF_MOVES[move].to,
        move === 'send' && told.bySystem ? system : nurse,
        from,
        at(hours),
        reason ?? (HANDOFF_MOVES[move].needsReason ? 'other' : null),
        newId(),
      ],
    )
    before = HANDOFF_MOVES[move].to
  }
  return id
}
