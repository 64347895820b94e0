import type { Month } from '@throughcare/domain/continuity/report-window'
import type { ExportWeight } from '@throughcare/domain/data-request/decide-export'
import type { LeavingFigures } from '@throughcare/domain/figure-export/leaving-figures'
import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { newId } from '../uuid.ts'

/** Figures that left, or wait for a second person, without what stands in them. Instants are ISO texts. */
export type StoredFigureExport = {
  exportId: string
  kind: 'file' | 'monthly-report'
  month: Month | null
  reason: string | null
  lines: number
  because: ExportWeight[]
  madeAt: string
  /** Null: made by itself. */
  madeBy: string | null
  isOwn: boolean
  approvedAt: string | null
  approvedBy: string | null
}

/** As many as anybody reads of them. */
const MOST = 200

function select(
  { tx, actor }: Deed<Actor>,
  where: Prisma.Sql,
): Promise<(StoredFigureExport & { content: LeavingFigures })[]> {
  return tx.$queryRaw`
    select x.id as "exportId", x.kind, x.month, x.reason, x.lines, x.because, app.utc(x.made_at) as "madeAt",
      case when x.kind = 'file' then a.display_name end as "madeBy", x.made_by = ${actor.accountId}::uuid as "isOwn",
      app.utc(x.approved_at) as "approvedAt", b.display_name as "approvedBy", x.content
    from figure_export x join account a on a.id = x.made_by left join account b on b.id = x.approved_by
    where x.service_id = ${actor.serviceId}::uuid and ${where}
    order by x.made_at desc, x.id desc limit ${MOST}`
}

/** What left the actor's service, the latest first. */
export async function listFigureExports(deed: Deed<Actor>): Promise<StoredFigureExport[]> {
  return (await select(deed, Prisma.sql`true`)).map(({ content: _frozen, ...rest }) => rest)
}

/** One of the actor's own service; null when it has none of this id. */
export async function findFigureExport(
  deed: Deed<Actor>,
  exportId: string,
): Promise<(StoredFigureExport & { content: LeavingFigures }) | null> {
  const [found] = await select(deed, Prisma.sql`x.id = ${exportId}::uuid`)
  return found ?? null
}

export type NewFigureExport = {
  kind: StoredFigureExport['kind']
  month: Month | null
  reason: string | null
  content: LeavingFigures
  lines: number
  because: readonly ExportWeight[]
}

/** @returns its id; null for a report that the service has of this month already */
export async function recordFigureExport(
  { tx, actor, now }: Deed<Actor | SystemActor>,
  made: NewFigureExport,
): Promise<string | null> {
  const id = newId()
  const written = await tx.$executeRaw`
    insert into figure_export (id, service_id, kind, month, reason, content, lines, because, made_at, made_by)
    values (${id}::uuid, ${actor.serviceId}::uuid, ${made.kind}, ${made.month}, ${made.reason}, ${JSON.stringify(made.content)}::jsonb,
      ${made.lines}::int, ${[...made.because]}::text[], ${now}::timestamptz, ${actor.accountId}::uuid)
    on conflict do nothing`
  return written === 1 ? id : null
}

/** Lets a file go that waits for a second person; false when it does not wait, or the actor made it. */
export async function recordApproval({ tx, actor, now }: Deed<Actor>, exportId: string): Promise<boolean> {
  const written = await tx.$executeRaw`
    update figure_export set approved_at = ${now}::timestamptz, approved_by = ${actor.accountId}::uuid
    where id = ${exportId}::uuid and service_id = ${actor.serviceId}::uuid and approved_at is null and because <> '{}'
      and made_by <> ${actor.accountId}::uuid`
  return written === 1
}

/** Where a report may be due: services with a manager, by whose calendar, and the month of their last report. */
export type ReportingService = { serviceId: string; timeZone: string; country: string; lastMonth: Month | null }

/** For the system actor: see app.reporting_services(). */
export function listReportingServices({ tx }: Deed<SystemActor>): Promise<ReportingService[]> {
  return tx.$queryRaw<ReportingService[]>`
    select service_id as "serviceId", time_zone as "timeZone", country, last_month as "lastMonth" from app.reporting_services()`
}

/** The service that the system actor acts for, and the public holidays of these days there. */
export async function findReportPlace({
  tx,
  actor,
}: Deed<SystemActor>): Promise<{ serviceName: string; serviceKind: string } | null> {
  const [found] = await tx.$queryRaw<{ serviceName: string; serviceKind: string }[]>`
    select s.name as "serviceName", s.kind as "serviceKind" from service s where s.id = ${actor.serviceId}::uuid`
  return found ?? null
}

/** Public holidays of whole countries in these days: `GB 2026-04-03`. */
export async function listHolidaysBetween({ tx }: Deed, from: string, to: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    select distinct h.country || ' ' || h.day::text as key from public_holiday h
    where h.region = '' and h.day between ${from}::date and ${to}::date`
  return new Set(rows.map(({ key }) => key))
}

/** The rest of this transaction reads as a manager of the service who is in no circle: see app.read_as_manager(). */
export async function readAsManager({ tx }: Deed<SystemActor>): Promise<void> {
  await tx.$executeRaw`select app.read_as_manager()`
}
