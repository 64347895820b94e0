import type { Role } from '@throughcare/domain/access/access-codes'
import type { OpeningHours, WeeklyHours } from '@throughcare/domain/calendar/opening-hours'
import { addDays, type PlainDate, weekday } from '@throughcare/domain/calendar/plain-date'
import { getZone, startOfDay, type Zone } from '@throughcare/domain/calendar/zone'
import { APPROVER } from '@throughcare/domain/rule-set/rule-set-codes'
import { chanceFrom } from './chance.ts'
import { chartNotes } from './chart-notes.ts'
import {
  DEMO_APPROVERS,
  DEMO_COLLEAGUES,
  DEMO_OFFICERS,
  DEMO_PASSWORD_HASH,
  DEMO_PEOPLE,
  DEMO_SEES_COUPLES,
} from './demo-accounts.ts'
import { holidaysAround } from './demo-holidays.ts'
import { DEMO_AREAS, type DemoArea, type DemoService, type DemoServiceKey, SERVICES } from './demo-services.ts'
import { localProtocols, saidDays } from './kept-rows.ts'
import type { StageRows } from './stage-rows.ts'

/** A service as the stories of the demo use it. */
export type StageService = {
  key: DemoServiceKey
  id: string
  name: string
  kind: DemoService['kind']
  zone: Zone
  /** The country and the code of the area, by which a country's pack is found. */
  country: string
  region: string
  hours: OpeningHours
  /** Accounts of those who do the work; the one who signs in comes first. */
  staff: readonly string[]
}

/** Where and when the demo plays. Everything in it happened before `now`, the first minute of the load day in UTC. */
export type Stage = {
  today: PlainDate
  now: Date
  services: Readonly<Record<DemoServiceKey, StageService>>
  rows: StageRows
}

/** Before this many days nothing was recorded: the system had not begun. */
export const DEMO_DAYS = 546

const FOUNDED = new Date('2024-01-08T08:00:00Z')
const SERVICE_KEYS = Object.keys(SERVICES) as DemoServiceKey[]

export function setStage(today: PlainDate): Stage {
  const rows: StageRows = {
    area: Object.entries<DemoArea>(DEMO_AREAS).map(([key, { parent, ...area }]) => ({
      ...area,
      id: idOf('area', key),
      parentId: parent && idOf('area', parent),
    })),
    service: SERVICE_KEYS.map((key) => serviceRow(key, today)),
    serviceHours: SERVICE_KEYS.flatMap(hoursRows),
    serviceClosure: [{ id: idOf('closure', 'harbour'), serviceId: idOf('service', 'harbour'), ...closureAhead(today) }],
    publicHoliday: holidaysAround(today),
    account: [
      ...DEMO_PEOPLE.map(({ email, name, locale }) => accountRow(email, name, locale, DEMO_PASSWORD_HASH)),
      ...Object.entries(DEMO_COLLEAGUES).flatMap(([key, names]) =>
        names.map((name) => accountRow(colleagueEmail(key, name), name, 'en', null)),
      ),
    ],
    serviceDay: [],
    ruleSetVersion: [],
    figureAnnotation: [],
    membership: [
      ...DEMO_PEOPLE.flatMap(({ email, hats }) =>
        hats.map(({ service, role }) =>
          hatRow(email, service, role, [
            ...(DEMO_APPROVERS.includes(email) ? [APPROVER] : []),
            ...(DEMO_SEES_COUPLES.includes(email) ? ['may-see-couples'] : []),
            ...(DEMO_OFFICERS.includes(email) ? ['privacy-officer'] : []),
          ]),
        ),
      ),
      ...SERVICE_KEYS.flatMap((key) =>
        colleaguesAt(key).map((name) => hatRow(colleagueEmail(key, name), key, roleAt(key), [])),
      ),
    ],
  }
  const now = startOfDay(today, getZone('UTC'))
  rows.serviceDay = saidDays(today, now, rows.publicHoliday, idOf)
  rows.ruleSetVersion = localProtocols(today, now, idOf)
  rows.figureAnnotation = chartNotes(today, rows.publicHoliday, idOf)
  return {
    today,
    now,
    services: Object.fromEntries(SERVICE_KEYS.map((key) => [key, stageService(key, rows)])) as Stage['services'],
    rows,
  }
}

function colleaguesAt(key: DemoServiceKey): readonly string[] {
  return (DEMO_COLLEAGUES as Partial<Record<DemoServiceKey, readonly string[]>>)[key] ?? []
}

/** The role of those who work on cases there. */
function roleAt(key: DemoServiceKey): Role {
  return SERVICES[key].kind === 'prison-health' ? 'prison-health' : 'caseworker'
}

function hatRow(email: string, service: DemoServiceKey, role: Role, grants: string[]): StageRows['membership'][number] {
  return {
    id: idOf('membership', `${email} ${service}`),
    accountId: idOf('account', email),
    serviceId: idOf('service', service),
    role,
    grants,
  }
}

/** As at Easter: the one place with most people shuts from the next Friday but two days away, over the weekend. */
function closureAhead(today: PlainDate): { fromDay: PlainDate; toDay: PlainDate; reason: string } {
  const soon = addDays(today, 2)
  const friday = addDays(soon, (12 - weekday(soon)) % 7)
  return {
    fromDay: friday,
    toDay: addDays(friday, 4),
    reason: 'New dispensing room being fitted: no doses, ring the duty worker',
  }
}

function stageService(key: DemoServiceKey, rows: StageRows): StageService {
  const { name, kind, timeZone, open, dosing, area } = SERVICES[key]
  const { country, holidayRegion } = DEMO_AREAS[area]
  const members = DEMO_PEOPLE.filter(({ hats }) =>
    hats.some((hat) => hat.service === key && (hat.role === 'prison-health' || hat.role === 'caseworker')),
  )
  return {
    key,
    id: idOf('service', key),
    name,
    kind,
    zone: getZone(timeZone),
    country,
    region: holidayRegion,
    hours: {
      zone: getZone(timeZone),
      weekly: { open: weekly(open), dosing: dosing === null ? {} : weekly(dosing) },
      closures: rows.serviceClosure
        .filter(({ serviceId }) => serviceId === idOf('service', key))
        .map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })),
      holidays: rows.publicHoliday
        .filter((holiday) => holiday.country === country && holiday.region === holidayRegion)
        .map(({ day, name: holiday }) => ({ on: day, name: holiday })),
      confirmedDays: [],
    },
    staff: [
      ...members.map(({ email }) => idOf('account', email)),
      ...colleaguesAt(key).map((each) => idOf('account', colleagueEmail(key, each))),
    ],
  }
}

function serviceRow(key: DemoServiceKey, today: PlainDate): StageRows['service'][number] {
  const { name, kind, area, timeZone, address, phone, duty, dosing, receives, fallback } = SERVICES[key]
  return {
    id: idOf('service', key),
    name,
    kind,
    country: DEMO_AREAS[area].country,
    areaId: idOf('area', area),
    timeZone,
    address,
    phone,
    dutyContactName: duty?.name ?? null,
    dutyContactPhone: duty?.phone ?? null,
    canDose: dosing !== null,
    receives: [...receives],
    fallbackServiceId: fallback && idOf('service', fallback.to),
    fallbackAgreedOn: fallback && addDays(today, -fallback.agreedDaysAgo),
    fallbackContact: fallback?.contact ?? null,
    demo: true,
  }
}

function hoursRows(key: DemoServiceKey): StageRows['serviceHours'] {
  const { open, dosing } = SERVICES[key]
  const of = (purpose: string, week: DemoService['open']) =>
    Object.entries(weekly(week)).flatMap(([day, intervals]) =>
      intervals.map(({ from, to }) => ({
        id: idOf('hours', `${key} ${purpose} ${day} ${from}`),
        serviceId: idOf('service', key),
        purpose,
        weekday: Number(day),
        opens: from,
        closes: to,
      })),
    )
  return [...of('open', open), ...(dosing ? of('dosing', dosing) : [])]
}

/** `'1-5': '09:00-12:00 13:00-17:00'` as the calendar of packages/domain takes it. */
function weekly(week: DemoService['open']): WeeklyHours {
  return Object.fromEntries(
    Object.entries(week).flatMap(([days, times]) => {
      const [first = 0, last = first] = days.split('-').map(Number)
      const intervals = times.split(' ').map((time) => ({ from: time.slice(0, 5), to: time.slice(6) }))
      return Array.from({ length: last - first + 1 }, (_, index) => [String(first + index), intervals])
    }),
  ) as WeeklyHours
}

function accountRow(
  email: string,
  name: string,
  locale: string,
  passwordHash: string | null,
): StageRows['account'][number] {
  return { id: idOf('account', email), email, displayName: name, passwordHash, locale, demo: true }
}

/** Nobody signs in with it: it is there because every account has one. */
function colleagueEmail(service: string, name: string): string {
  return `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}@${service.toLowerCase()}.colleague.example`
}

function idOf(noun: string, key: string): string {
  return chanceFrom(`${noun} ${key}`).id(FOUNDED)
}

/** The day with which the demo's records begin. */
export function firstDay(today: PlainDate): PlainDate {
  return addDays(today, -DEMO_DAYS)
}
