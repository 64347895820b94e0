import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Month } from '@throughcare/domain/continuity/report-window'
import type { SimulatedRule, SimulationRefusal, SimulationState } from '@throughcare/domain/simulation/simulation-codes'
import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'
import type { StoredReplay } from './stored-replay.ts'

/** What was asked for. */
export type SimulationAsked = { from: Month; to: Month; rules: SimulatedRule[]; sundayServiceId: string | null }

/** A run of the actor's own service. `result` is what was kept: whoever reads it asks again whether it is one. */
export type StoredSimulation = SimulationAsked & {
  id: string
  sundayServiceName: string | null
  askedBy: string
  askedAt: Date
  seed: number
  state: SimulationState
  progress: number
  endedAt: Date | null
  refusal: SimulationRefusal | null
  result: unknown
}

/** Keeps what is asked for; null while another run of the service is under way. */
export async function recordSimulation(
  { tx, actor, now }: Deed<Actor>,
  { from, to, rules, sundayServiceId }: SimulationAsked,
  seed: number,
): Promise<string | null> {
  const id = newId()
  const written = await tx.$executeRaw`
    insert into simulation (id, service_id, asked_by, asked_at, from_month, to_month, rules, sunday_service_id, seed)
    values (${id}::uuid, ${actor.serviceId}::uuid, ${actor.accountId}::uuid, ${now}::timestamptz, ${from}, ${to},
      ${rules}::text[], ${sundayServiceId}::uuid, ${seed}::int)
    on conflict do nothing`
  return written === 1 ? id : null
}

/** Stops a run that is under way. False: it has ended, or is none of the service. */
export async function cancelStoredSimulation({ tx, actor, now }: Deed<Actor>, simulationId: string): Promise<boolean> {
  const written = await tx.$executeRaw`
    update simulation set state = 'cancelled', ended_at = ${now}::timestamptz, ended_by = ${actor.accountId}::uuid
    where id = ${simulationId}::uuid and service_id = ${actor.serviceId}::uuid and state in ('waiting', 'running')`
  return written === 1
}

/** The newest runs of the actor's service, and the one that is asked for if it is older; the newest first. */
export function findSimulations(
  { tx, actor }: Deed<Actor>,
  simulationId: string | null,
  atMost: number,
): Promise<StoredSimulation[]> {
  return tx.$queryRaw`
    select s.id, s.from_month as "from", s.to_month as "to", s.rules, s.sunday_service_id as "sundayServiceId",
      place.name as "sundayServiceName", a.display_name as "askedBy", s.asked_at as "askedAt", s.seed, s.state, s.progress,
      s.ended_at as "endedAt", s.refusal, s.result
    from simulation s join account a on a.id = s.asked_by left join service place on place.id = s.sunday_service_id
    where s.service_id = ${actor.serviceId}::uuid and (s.id = ${simulationId}::uuid or s.id in (
      select newest.id from simulation newest where newest.service_id = ${actor.serviceId}::uuid
      order by newest.asked_at desc, newest.id desc limit ${atMost}::int))
    order by s.asked_at desc, s.id desc`
}

/** The places that dose people in the country of the actor's service, by name. */
export function findDosingPoints({ tx, actor }: Deed<Actor>): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    select s.id, s.name from service s
    where s.can_dose and s.kind <> 'prison-health' and s.country = ${actor.serviceCountry} order by s.name, s.id`
}

/** Takes a run up, from its beginning whoever had it before; null when it was cancelled or is over. */
export async function beginSimulation(
  { tx, actor }: Deed<SystemActor>,
  simulationId: string,
): Promise<(SimulationAsked & { seed: number; timeZone: string }) | null> {
  const [begun] = await tx.$queryRaw<(SimulationAsked & { seed: number; timeZone: string })[]>`
    update simulation s set state = 'running', progress = 0 from service v
    where s.id = ${simulationId}::uuid and s.service_id = ${actor.serviceId}::uuid and s.state in ('waiting', 'running')
      and v.id = s.service_id
    returning s.from_month as "from", s.to_month as "to", s.rules, s.sunday_service_id as "sundayServiceId", s.seed,
      v.time_zone as "timeZone"`
  return begun ?? null
}

/** Says how far it is. False: it was cancelled meanwhile. */
export async function recordProgress(
  { tx, actor }: Deed<SystemActor>,
  simulationId: string,
  progress: number,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    update simulation set progress = ${progress}::int
    where id = ${simulationId}::uuid and service_id = ${actor.serviceId}::uuid and state = 'running'`
  return written === 1
}

export type SimulationEnd =
  | { state: 'done'; result: object }
  | { state: 'refused'; refusal: SimulationRefusal }
  | { state: 'failed' }

/** Ends a run that still goes on; one that was cancelled stays cancelled. */
export async function endSimulation(
  { tx, actor, now }: Deed<SystemActor>,
  simulationId: string,
  end: SimulationEnd,
): Promise<void> {
  await tx.$executeRaw`
    update simulation set state = ${end.state}, ended_at = ${now}::timestamptz,
      progress = case when ${end.state} = 'done' then 100 else progress end,
      refusal = ${end.state === 'refused' ? end.refusal : null},
      result = ${end.state === 'done' ? JSON.stringify(end.result) : null}::jsonb
    where id = ${simulationId}::uuid and service_id = ${actor.serviceId}::uuid and state = 'running'`
}

/** What the releases of the service's own scope between two days of the prison's calendar are replayed from, in one order. */
export async function findReplays({ tx }: Deed<SystemActor>, from: PlainDate, to: PlainDate): Promise<StoredReplay[]> {
  const rows = await tx.$queryRaw<{ facts: StoredReplay }[]>`
    select facts from app.simulation_facts(${from}::date, ${to}::date)`
  return rows.map(({ facts }) => facts)
}
