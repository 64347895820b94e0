import { createHash } from 'node:crypto'
import type { CountrySize } from './country-size.ts'
import type { CountryTables } from './country-tables.ts'
import { draw, idFor, pickBy } from './draw.ts'

export type Place = {
  id: string
  kind: string
  /** Accounts of those who do the work, and of who manages it. */
  workers: string[]
  managers: string[]
}

/** Somebody signed in: what their cookie holds. */
export type BenchSession = { sid: string; accountId: string; serviceId: string; role: string; kind: string }

export type Places = {
  prisons: Place[]
  byKind: Readonly<Record<string, Place[]>>
  /** The service with thousands of open handoffs. */
  busy: Place
  busyPrison: Place
  /** Everybody's session: each account is signed in once. */
  sessions: BenchSession[]
}

const REGIONS = 10
const RECEIVES: Readonly<Record<string, readonly string[]>> = {
  'drug-service': ['omt', 'naloxone', 'partner', 'health', 'support'],
  housing: ['housing', 'belongings'],
  benefits: ['benefits', 'documents', 'work'],
}
/** The mix of services that are no prison; one region and one administration besides. */
const MIX = { 'drug-service': 0.38, 'dosing-point': 0.22, housing: 0.2, benefits: 0.1, probation: 0.08 } as const
const FOUNDED = Date.UTC(2009, 0, 5, 8)
const GIVEN = 'Ada Ben Cleo Dan Eva Finn Grace Hugo Ida Jon Kim Lea Max Nia Olu Pia Rui Sam Tom Uma'.split(' ')
const FAMILY =
  'Achterberg Brandt Costa Dahl Eriksen Fonseca Gray Holm Ivanova Jensen Kaya Lind Marek Nyberg Osei'.split(' ')

/** Prisons, services, hours, staff and their sessions: what there is before anybody is in custody. */
export function placeCountry(size: CountrySize, seed: number, now: number, tables: CountryTables): Places {
  const root = idFor('area', FOUNDED, 0)
  tables.area.row([root, null, 'GB', 'The country'])
  const areas = Array.from({ length: REGIONS }, (_, at) => idFor('area', FOUNDED, at + 1))
  for (const [at, area] of areas.entries()) tables.area.row([area, root, 'GB', `Region ${at + 1}`])

  const kinds = [
    ...Array.from({ length: size.prisons }, () => 'prison-health'),
    'region',
    'administration',
    ...Object.entries(MIX).flatMap(([kind, share]) =>
      Array.from({ length: Math.floor(share * (size.services - 2)) }, () => kind),
    ),
  ]
  while (kinds.length < size.prisons + size.services) kinds.push('peer-support')
  const places = kinds.map((kind, at): Place => {
    const id = idFor('service', FOUNDED, at)
    const doses = ['prison-health', 'drug-service', 'dosing-point'].includes(kind)
    const area = kind === 'region' ? root : (areas[at % REGIONS] as string)
    const name = kind === 'prison-health' ? `HMP Bench ${at + 1}` : `Bench ${kind} ${at + 1}`
    const receives = RECEIVES[kind] ?? []
    tables.service.row([
      id,
      name,
      kind,
      'GB',
      area,
      'Europe/London',
      '+44 20 7946 0000',
      'Duty desk',
      '+44 20 7946 0999',
      doses,
      receives,
    ])
    const days = kind === 'prison-health' ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5]
    for (const weekday of days)
      for (const [which, purpose] of (doses ? ['open', 'dosing'] : ['open']).entries())
        tables.service_hours.row([
          idFor('hours', FOUNDED, at, weekday * 2 + which),
          id,
          purpose,
          weekday,
          '09:00',
          '17:00',
        ])
    return { id, kind, workers: [], managers: [] }
  })
  const sessions = staff(places, size, seed, now, tables)
  const prisons = places.filter(({ kind }) => kind === 'prison-health')
  const byKind = Object.groupBy(places, ({ kind }) => kind) as Record<string, Place[]>
  return { prisons, byKind, busy: byKind['drug-service']?.[0] as Place, busyPrison: prisons[0] as Place, sessions }
}

/** Prisons have three times the staff of other services; each place has a manager for every ten. */
function staff(places: Place[], size: CountrySize, seed: number, now: number, tables: CountryTables): BenchSession[] {
  const seats = places.flatMap((place) => (place.kind === 'prison-health' ? [place, place, place] : [place]))
  return Array.from({ length: size.users }, (_, at): BenchSession => {
    // Every place gets its first two before the rest are shared out, so that nobody is without a manager and a worker.
    const place = (at < places.length * 2 ? places[at % places.length] : seats[at % seats.length]) as Place
    const members = place.workers.length + place.managers.length
    const isManager = place.kind === 'region' || (place.kind !== 'administration' && members % 10 === 1)
    const role = isManager
      ? 'manager'
      : place.kind === 'administration'
        ? 'administrator'
        : place.kind === 'prison-health'
          ? 'prison-health'
          : 'caseworker'
    const accountId = idFor('account', FOUNDED, at)
    const membershipId = idFor('membership', FOUNDED, at)
    const name = `${pickBy(draw(seed, at, 90), GIVEN)} ${pickBy(draw(seed, at, 91), FAMILY)}`
    const sid = createHash('sha256').update(`bench session ${seed} ${at}`).digest('base64url')
    const sidHash = createHash('sha256').update(sid).digest('hex')
    const [at0, until] = [new Date(now), new Date(now + 43_200_000)].map((each) => each.toISOString()) as [
      string,
      string,
    ]
    tables.account.row([accountId, `user-${at}@bench.example`, name])
    tables.membership.row([membershipId, accountId, place.id, role])
    tables.session.line(
      [idFor('session', now, at), `\\\\x${sidHash}`, accountId, membershipId, at0, at0, until, at0].join('\t'),
    )
    ;(isManager ? place.managers : place.workers).push(accountId)
    return { sid, accountId, serviceId: place.id, role, kind: place.kind }
  })
}
