import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { ServiceChangeKind } from '@throughcare/domain/service/service-changes'
import type { Deed } from '../as-actor.ts'

/** A service as any colleague may see it: a reference table holds nothing about persons. */
export type Service = {
  id: string
  name: string
  kind: string
  country: string
  areaName: string
  timeZone: string
  canDose: boolean
  receives: string[]
  phone: string | null
  dutyContactName: string | null
  dutyContactPhone: string | null
  demo: boolean
}

/** The same with what one looks up before ringing or sending somebody there. */
export type ServiceWithHours = Service & {
  address: string | null
  /** Who answers when this service does not. Null: nobody agreed to. */
  fallback: { serviceId: string; name: string; agreedOn: PlainDate; contact: string } | null
  hours: { purpose: 'open' | 'dosing'; weekday: number; opens: string; closes: string }[]
  /** Closures that are not over yet and were not taken back, earliest first. */
  closures: {
    id: string
    from: PlainDate
    to: PlainDate
    reason: string
    addedAt: string | null
    addedBy: string | null
  }[]
  /** The part of the country by whose public holidays it goes; empty for the country's own. */
  holidayRegion: string
  /** Public holidays there from today on, a year ahead. */
  holidays: { on: PlainDate; name: string }[]
  /** What was changed last, the latest first. */
  changes: ServiceChangeEntry[]
  /** Rises by one with every change; a write names the version it saw. */
  version: number
}

/** One change of a service, with what stood in the fields before and since. */
export type ServiceChangeEntry = {
  what: ServiceChangeKind
  before: Record<string, unknown>
  after: Record<string, unknown>
  at: string
  by: string | null
}

/** As many of the last changes as anybody reads. */
const CHANGES_SHOWN = 20

/** Every service, by name. There are a few hundred at most in one installation. */
export function listServices({ tx }: Deed): Promise<Service[]> {
  return tx.$queryRaw<Service[]>`
    select s.id, s.name, s.kind, s.country, a.name as "areaName", s.time_zone as "timeZone", s.can_dose as "canDose", s.receives,
      s.phone, s.duty_contact_name as "dutyContactName", s.duty_contact_phone as "dutyContactPhone", s.demo
    from service s join area a on a.id = s.area_id
    order by s.name, s.id`
}

/** One service with its hours; null when there is none with this id. */
export async function findService({ tx, now }: Deed, serviceId: string): Promise<ServiceWithHours | null> {
  const [row] = await tx.$queryRaw<ServiceWithHours[]>`
    select s.id, s.name, s.kind, s.country, a.name as "areaName", s.time_zone as "timeZone", s.can_dose as "canDose", s.receives,
      s.phone, s.duty_contact_name as "dutyContactName", s.duty_contact_phone as "dutyContactPhone", s.demo, s.address, s.version, a.holiday_region as "holidayRegion",
      case when f.id is not null then jsonb_build_object('serviceId', f.id, 'name', f.name, 'agreedOn', s.fallback_agreed_on,
        'contact', s.fallback_contact) end as fallback,
      coalesce((select jsonb_agg(jsonb_build_object('purpose', h.purpose, 'weekday', h.weekday, 'opens', h.opens, 'closes', h.closes)
        order by h.purpose, h.weekday, h.opens) from service_hours h where h.service_id = s.id), '[]') as hours,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'from', c.from_day, 'to', c.to_day, 'reason', c.reason,
          'addedAt', app.utc(c.added_at), 'addedBy', w.display_name) order by c.from_day)
        from service_closure c left join account w on w.id = c.added_by
        where c.service_id = s.id and c.to_day >= (${now}::timestamptz at time zone s.time_zone)::date
          and not exists (select 1 from service_closure_removal r where r.closure_id = c.id)), '[]') as closures,
      coalesce((select jsonb_agg(jsonb_build_object('on', p.day, 'name', p.name) order by p.day)
        from public_holiday p where p.country = s.country and p.region = a.holiday_region
          and p.day >= (${now}::timestamptz at time zone s.time_zone)::date
          and p.day <= (${now}::timestamptz at time zone s.time_zone)::date + 366), '[]') as holidays,
      coalesce((select jsonb_agg(jsonb_build_object('what', l.what, 'before', l.before, 'after', l.after,
          'at', app.utc(l.changed_at), 'by', l.display_name) order by l.version desc)
        from (select g.*, w.display_name from service_change g left join account w on w.id = g.changed_by
          where g.service_id = s.id order by g.version desc limit ${CHANGES_SHOWN}::int) l), '[]') as changes
    from service s join area a on a.id = s.area_id left join service f on f.id = s.fallback_service_id
    where s.id = ${serviceId}::uuid`
  return row ?? null
}
