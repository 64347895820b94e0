import type { ServiceKind } from '@throughcare/domain/service/service-kinds'

/** Where the demo plays: a region in England, a fjord in Norway, a harbour in Germany. All of it invented. */
export const DEMO_AREAS = {
  northshire: { name: 'Northshire', country: 'GB', parent: null, holidayRegion: 'ENG' },
  harbourside: { name: 'Harbourside', country: 'GB', parent: 'northshire', holidayRegion: 'ENG' },
  eastfieldVale: { name: 'Eastfield Vale', country: 'GB', parent: 'northshire', holidayRegion: 'ENG' },
  vestfjord: { name: 'Vestfjord', country: 'NO', parent: null, holidayRegion: '' },
  fjordvik: { name: 'Fjordvik', country: 'NO', parent: 'vestfjord', holidayRegion: '' },
  elbhafen: { name: 'Elbhafen', country: 'DE', parent: null, holidayRegion: 'HH' },
} as const satisfies Record<string, DemoArea>
export type DemoAreaKey = keyof typeof DEMO_AREAS

export type DemoArea = { name: string; country: string; parent: string | null; holidayRegion: string }

/** Intervals by weekday: `'1-5': '09:00-17:00'`, several parted by a space. */
type Week = Readonly<Record<string, string>>

export type DemoService = {
  name: string
  kind: ServiceKind
  area: DemoAreaKey
  timeZone: string
  address: string | null
  phone: string
  duty: { name: string; phone: string } | null
  open: Week
  /** Null: no doses are given there. */
  dosing: Week | null
  receives: readonly string[]
  fallback: { to: string; agreedDaysAgo: number; contact: string } | null
}

const LONDON = 'Europe/London'
const OSLO = 'Europe/Oslo'
const BERLIN = 'Europe/Berlin'
const EVERY_DAY: Week = { '1-7': '07:30-20:00' }

/** Numbers are from the ranges kept free for films (Ofcom, Bundesnetzagentur); Norway keeps none, so its numbers are no numbers. */
export const DEMO_SERVICES = {
  northgate: {
    name: 'HMP Northgate',
    kind: 'prison-health',
    area: 'harbourside',
    timeZone: LONDON,
    address: 'Gate Lane, Harbourside NX1 4GT',
    phone: '01632 960101',
    duty: { name: 'Healthcare duty desk', phone: '01632 960102' },
    open: EVERY_DAY,
    dosing: { '1-7': '07:30-09:30 16:30-18:00' },
    receives: [],
    fallback: null,
  },
  eastfield: {
    name: 'HMP Eastfield',
    kind: 'prison-health',
    area: 'eastfieldVale',
    timeZone: LONDON,
    address: 'Vale Road, Eastfield NX7 2EF',
    phone: '01632 960201',
    duty: { name: 'Healthcare duty desk', phone: '01632 960202' },
    open: EVERY_DAY,
    dosing: { '1-7': '08:00-10:00' },
    receives: [],
    fallback: null,
  },
  fjordvik: {
    name: 'Fjordvik fengsel',
    kind: 'prison-health',
    area: 'fjordvik',
    timeZone: OSLO,
    address: 'Festningsveien 1, Fjordvik',
    phone: '000 01 101',
    duty: { name: 'Vakthavende sykepleier', phone: '000 01 102' },
    open: EVERY_DAY,
    dosing: { '1-7': '07:30-09:00' },
    receives: [],
    fallback: null,
  },
  harbour: {
    name: 'Harbour Recovery',
    kind: 'drug-service',
    area: 'harbourside',
    timeZone: LONDON,
    address: '12 Quay Street, Harbourside NX1 2QS',
    phone: '01632 960301',
    duty: { name: 'Duty worker', phone: '01632 960302' },
    open: { '1-5': '09:00-17:00' },
    dosing: { '1-5': '09:30-16:00' },
    receives: ['omt', 'naloxone', 'partner', 'health', 'support'],
    fallback: { to: 'riverside', agreedDaysAgo: 240, contact: 'Tom Vance' },
  },
  riverside: {
    name: 'Riverside Recovery',
    kind: 'drug-service',
    area: 'eastfieldVale',
    timeZone: LONDON,
    address: '3 Mill Bridge, Eastfield NX7 1MB',
    phone: '01632 960401',
    duty: { name: 'Duty worker', phone: '01632 960402' },
    open: { '1-5': '09:30-17:30', '6': '10:00-13:00' },
    dosing: { '1-5': '10:00-16:30', '6': '10:00-12:30' },
    receives: ['omt', 'naloxone', 'partner', 'health', 'support'],
    // Harbour has them to fall back on: never a circle.
    fallback: null,
  },
  millLane: {
    name: 'Mill Lane Pharmacy',
    kind: 'dosing-point',
    area: 'harbourside',
    timeZone: LONDON,
    address: '40 Mill Lane, Harbourside NX1 3ML',
    phone: '01632 960501',
    duty: { name: 'Pharmacist in charge', phone: '01632 960502' },
    open: { '1-5': '08:30-18:30', '6': '09:00-13:00' },
    dosing: { '1-5': '09:00-17:30', '6': '09:30-12:30' },
    receives: ['omt'],
    fallback: { to: 'harbour', agreedDaysAgo: 95, contact: 'Rita Fonseca' },
  },
  haven: {
    name: 'Haven Housing',
    kind: 'housing',
    area: 'northshire',
    timeZone: LONDON,
    address: '8 Station Parade, Harbourside NX1 1SP',
    phone: '01632 960601',
    duty: { name: 'Emergency beds', phone: '01632 960602' },
    open: { '1-5': '09:00-17:00', '6': '10:00-14:00' },
    dosing: null,
    receives: ['housing', 'belongings'],
    fallback: null,
  },
  benefits: {
    name: 'City Benefits Office',
    kind: 'benefits',
    area: 'northshire',
    timeZone: LONDON,
    address: '1 Civic Square, Harbourside NX1 1CS',
    phone: '01632 960701',
    duty: null,
    open: { '1-4': '09:00-16:30', '5': '09:00-15:00' },
    dosing: null,
    receives: ['benefits', 'documents', 'work'],
    fallback: null,
  },
  lar: {
    name: 'Fjordvik LAR-poliklinikk',
    kind: 'drug-service',
    area: 'fjordvik',
    timeZone: OSLO,
    address: 'Brygga 4, Fjordvik',
    phone: '000 02 201',
    duty: { name: 'Ansvarsvakt', phone: '000 02 202' },
    open: { '1-5': '08:00-15:30', '6-7': '10:00-12:00' },
    dosing: { '1-5': '08:30-14:00', '6-7': '10:00-11:30' },
    receives: ['omt', 'naloxone', 'partner', 'health', 'support'],
    fallback: null,
  },
  nav: {
    name: 'NAV Fjordvik',
    kind: 'benefits',
    area: 'vestfjord',
    timeZone: OSLO,
    address: 'Torget 2, Fjordvik',
    phone: '000 03 301',
    duty: { name: 'Vakttelefon midlertidig bolig', phone: '000 03 302' },
    open: { '1-5': '09:00-15:00' },
    dosing: null,
    receives: ['housing', 'benefits', 'documents', 'work', 'belongings'],
    fallback: null,
  },
  drogenhilfe: {
    name: 'Drogenhilfe Elbhafen',
    kind: 'drug-service',
    area: 'elbhafen',
    timeZone: BERLIN,
    address: 'Kaistraße 17, Elbhafen',
    phone: '040 66969 101',
    duty: { name: 'Bereitschaft', phone: '040 66969 102' },
    open: { '1-5': '08:00-18:00', '6-7': '09:00-12:00' },
    dosing: { '1-5': '08:00-12:00 15:00-17:30', '6-7': '09:00-11:30' },
    receives: [
      'omt',
      'naloxone',
      'housing',
      'benefits',
      'partner',
      'health',
      'documents',
      'work',
      'belongings',
      'support',
    ],
    fallback: null,
  },
  region: {
    name: 'North Region',
    kind: 'region',
    area: 'northshire',
    timeZone: LONDON,
    address: null,
    phone: '01632 960801',
    duty: null,
    open: { '1-5': '09:00-17:00' },
    dosing: null,
    receives: [],
    fallback: null,
  },
  administration: {
    name: 'Throughcare Administration',
    kind: 'administration',
    area: 'northshire',
    timeZone: LONDON,
    address: null,
    phone: '01632 960901',
    duty: null,
    open: { '1-5': '09:00-17:00' },
    dosing: null,
    receives: [],
    fallback: null,
  },
} as const satisfies Record<string, DemoService>
export type DemoServiceKey = keyof typeof DEMO_SERVICES

export const DEMO_PRISONS = ['northgate', 'eastfield', 'fjordvik'] as const satisfies readonly DemoServiceKey[]
export type DemoPrison = (typeof DEMO_PRISONS)[number]

/** The same table without its literal types, for reading. */
export const SERVICES: Readonly<Record<DemoServiceKey, DemoService>> = DEMO_SERVICES
