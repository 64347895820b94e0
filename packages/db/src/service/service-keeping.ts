import type { PlainDate, Weekday } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ServiceChangeKind } from '@throughcare/domain/service/service-changes'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** The service and the version of it that was on the screen. */
export type ServiceSeen = { serviceId: string; version: number }

export type ServiceDetails = {
  name: string
  address: string | null
  phone: string | null
  dutyContactName: string | null
  dutyContactPhone: string | null
  canDose: boolean
  receives: readonly Area[]
}

export type HoursRow = { purpose: 'open' | 'dosing'; weekday: Weekday; opens: string; closes: string }

export type ClosureRow = { fromDay: PlainDate; toDay: PlainDate; reason: string }

/**
 * Takes the next version of the service for one change, and keeps what changed.
 *
 * @returns false when nothing was written: another version stands now, or there is no such service for an administrator.
 */
export async function recordServiceChange(
  { tx, actor, now }: Deed<Actor>,
  seen: ServiceSeen,
  change: { what: ServiceChangeKind; before: object; after: object },
): Promise<boolean> {
  const taken = await tx.$executeRaw`
    update service set version = version + 1
    where id = ${seen.serviceId}::uuid and version = ${seen.version} and ${actor.role} = 'administrator'`
  if (taken !== 1) return false
  await tx.$executeRaw`
    insert into service_change (id, service_id, version, what, before, after, changed_at, changed_by)
    values (${newId()}::uuid, ${seen.serviceId}::uuid, ${seen.version + 1}, ${change.what}, ${JSON.stringify(change.before)}::jsonb,
      ${JSON.stringify(change.after)}::jsonb, ${now}::timestamptz, ${actor.accountId}::uuid)`
  return true
}

/** Writes how the service is reached and what it does. Only after {@link recordServiceChange}. */
export async function recordDetails({ tx }: Deed<Actor>, serviceId: string, details: ServiceDetails): Promise<void> {
  await tx.service.updateMany({ where: { id: serviceId }, data: { ...details, receives: [...details.receives] } })
}

/** Puts this ordinary week in the place of the one before. Only after {@link recordServiceChange}. */
export async function recordHours({ tx }: Deed<Actor>, serviceId: string, hours: readonly HoursRow[]): Promise<void> {
  await tx.serviceHours.deleteMany({ where: { serviceId } })
  await tx.serviceHours.createMany({ data: hours.map((each) => ({ ...each, id: newId(), serviceId })) })
}

/** Adds a closure. Only after {@link recordServiceChange}. */
export async function recordClosure(
  { tx, actor, now }: Deed<Actor>,
  serviceId: string,
  closureId: string,
  { fromDay, toDay, reason }: ClosureRow,
): Promise<void> {
  await tx.serviceClosure.createMany({
    data: [
      {
        id: closureId,
        serviceId,
        fromDay: stored(fromDay),
        toDay: stored(toDay),
        reason,
        addedAt: now,
        addedBy: actor.accountId,
      },
    ],
  })
}

/** Takes a closure back; it stays in the record. Only after {@link recordServiceChange}. */
export async function recordClosureRemoval(
  { tx, actor, now }: Deed<Actor>,
  serviceId: string,
  closureId: string,
): Promise<void> {
  await tx.serviceClosureRemoval.createMany({
    data: [{ closureId, serviceId, removedAt: now, removedBy: actor.accountId }],
  })
}

/** A service as it is set up: what decides who may see what is written here and never again. */
export type ServiceToAdd = {
  name: string
  kind: ServiceKind
  country: string
  areaName: string
  holidayRegion: string
  timeZone: string
}

/** Adds a service with the first line of its history. Null: nobody but an administrator adds one. */
export async function addService(
  { tx, actor, now }: Deed<Actor>,
  service: ServiceToAdd,
  after: object,
): Promise<string | null> {
  const id = newId()
  const [row] = await tx.$queryRaw<{ added: boolean }[]>`
    select app.add_service(${id}::uuid, ${newId()}::uuid, ${service.name}, ${service.kind}, ${service.country}, ${service.areaName},
      ${service.holidayRegion}, ${service.timeZone}) as added`
  if (!row?.added) return null
  await tx.$executeRaw`
    insert into service_change (id, service_id, version, what, before, after, changed_at, changed_by)
    values (${newId()}::uuid, ${id}::uuid, 0, 'added', '{}'::jsonb, ${JSON.stringify(after)}::jsonb, ${now}::timestamptz,
      ${actor.accountId}::uuid)`
  return id
}

/** Every agreement that stands: who takes over for whom. */
export async function findFallbacks({ tx }: Deed<Actor>): Promise<Map<string, string>> {
  const rows = await tx.service.findMany({
    where: { fallbackServiceId: { not: null } },
    select: { id: true, fallbackServiceId: true },
  })
  return new Map(rows.map(({ id, fallbackServiceId }) => [id, fallbackServiceId as string]))
}

/** Writes who takes over. Only after {@link recordServiceChange}. */
export async function recordFallback(
  { tx }: Deed<Actor>,
  serviceId: string,
  fallback: { serviceId: string; agreedOn: PlainDate; contact: string } | null,
): Promise<void> {
  await tx.service.updateMany({
    where: { id: serviceId },
    data: {
      fallbackServiceId: fallback?.serviceId ?? null,
      fallbackAgreedOn: fallback ? stored(fallback.agreedOn) : null,
      fallbackContact: fallback?.contact ?? null,
    },
  })
}
