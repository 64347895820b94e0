import { isoOf, type Told } from './case-rows.ts'
import type { Place, Places } from './country-places.ts'
import type { CountryTables } from './country-tables.ts'
import { draw, idFor, pickBy, weighBy } from './draw.ts'
import { DAY, HOUR } from './episode-shape.ts'

/** Which categories travel with an area, and which a kind of service may hold: asked of the database, which decides them. */
export type Categories = {
  ofArea: Readonly<Record<string, readonly string[]>>
  ofKind: Readonly<Record<string, readonly string[]>>
}

export type ToldHandoff = { area: string; to: Place; worker: string; status: string; endedAt: number }

const AREAS = ['omt', 'housing', 'benefits', 'naloxone', 'health', 'support', 'documents'] as const
const KIND_OF_AREA: Readonly<Record<string, string>> = {
  housing: 'housing',
  benefits: 'benefits',
  documents: 'benefits',
}

/** The statuses of handoffs whose release is long past, of those around it, and of those that wait in the busy inbox. */
const LONG_AGO = { done: 86, revoked: 7, 'timed-out': 7 } as const
const AROUND = { sent: 28, acknowledged: 22, accepted: 22, 'in-progress': 14, done: 14 } as const
const WAITING = { sent: 60, acknowledged: 25, accepted: 10, 'in-progress': 5 } as const
const OPEN_DAYS = 21

/** The ways that lead to a status: move, from, to, by the receiver. */
const STEPS: Readonly<Record<string, readonly (readonly [string, string, string, boolean])[]>> = {
  sent: [],
  acknowledged: [['acknowledge', 'sent', 'acknowledged', true]],
  accepted: [
    ['acknowledge', 'sent', 'acknowledged', true],
    ['accept', 'acknowledged', 'accepted', true],
  ],
  'in-progress': [
    ['acknowledge', 'sent', 'acknowledged', true],
    ['accept', 'acknowledged', 'accepted', true],
    ['start', 'accepted', 'in-progress', true],
  ],
  done: [
    ['acknowledge', 'sent', 'acknowledged', true],
    ['accept', 'acknowledged', 'accepted', true],
    ['finish', 'accepted', 'done', true],
  ],
  revoked: [['revoke', 'sent', 'revoked', false]],
  'timed-out': [['time-out', 'sent', 'timed-out', false]],
}
const SYSTEM = '00000000-0000-7000-8000-000000000001'
const HELD = ['acknowledged', 'accepted', 'in-progress', 'done']

/** The areas of a case that were handed over, each to a service of the kind that takes it, with the moves that led to where it stands. */
export function tellHandoffs(
  told: Told,
  places: Places,
  categories: Categories,
  tables: CountryTables,
  now: number,
): ToldHandoff[] {
  const { shape, episodeId, nurse, release, seed } = told
  const { index, prison, handoffs } = shape
  if (handoffs === 0) return []
  const sentAt = Math.min(
    release - (5 + Math.floor(draw(seed, index, 50) * 5)) * DAY,
    now - Math.floor(1 + draw(seed, index, 51) * 70) * HOUR,
  )
  const setId = idFor('set', sentAt, index)
  tables.send_set.line(`${setId}\t${episodeId}\t${prison.id}\t${isoOf(sentAt)}\t${nurse}`)
  const drugServices = places.byKind['drug-service'] as Place[]
  const own = shape.isBusy
    ? places.busy
    : pickBy(draw(seed, index, 52), drugServices.length > 1 ? drugServices.slice(1) : drugServices)
  return Array.from({ length: Math.min(handoffs, AREAS.length) }, (_, part): ToldHandoff => {
    const area = AREAS[part] as string
    const kind = KIND_OF_AREA[area] ?? 'drug-service'
    // Of what a busy service holds, only the treatment is in its inbox: that is what makes its number exact.
    const to =
      kind !== 'drug-service'
        ? pickBy(draw(seed, index, 53 + part), places.byKind[kind] as Place[])
        : shape.isBusy && area !== 'omt'
          ? pickBy(draw(seed, index, 53 + part), drugServices.slice(1))
          : own
    const chance = draw(seed, index, 100 + part)
    const isBusy = shape.isBusy && area === 'omt'
    const status = isBusy
      ? weighBy(chance, WAITING)
      : now - release > OPEN_DAYS * DAY
        ? weighBy(chance, LONG_AGO)
        : weighBy(chance, AROUND)
    return tellHandoff(
      told,
      { area, to, status, part, sentAt, setId, worker: pickBy(draw(seed, index, 110 + part), to.workers) },
      categories,
      tables,
      now,
    )
  })
}

type ToTell = { area: string; to: Place; status: string; part: number; sentAt: number; setId: string; worker: string }

function tellHandoff(told: Told, one: ToTell, categories: Categories, tables: CountryTables, now: number): ToldHandoff {
  const { shape, episodeId, personId, nurse, seed } = told
  const { index, prison } = shape
  const { area, to, status, part, sentAt, setId, worker } = one
  const id = idFor('handoff', sentAt, index, part)
  const steps = STEPS[status] ?? []
  const pace = Math.min(
    HOUR * (2 + Math.floor(draw(seed, index, 120 + part) * 20)),
    (now - sentAt) / (steps.length + 1),
  )
  const at = (step: number) => Math.floor(sentAt + pace * step)
  const line = (step: number, [move, from, next, isReceiver]: readonly [string, string, string, boolean]) => {
    const moveId = idFor('move', at(step), index, part * 8 + step)
    const by = isReceiver ? worker : move === 'time-out' ? SYSTEM : nurse
    tables.handoff_move.line(
      `${moveId}\t${id}\t${episodeId}\t${area}\t${move}\t${from}\t${next}\t${by}\t${isReceiver ? to.id : prison.id}\t${isoOf(at(step))}\t${move === 'revoke' ? 'no-longer-needed' : '\\N'}\t${moveId}`,
    )
  }
  line(0, ['send', 'draft', 'sent', false])
  for (const [step, each] of steps.entries()) line(step + 1, each)

  const isHeld = HELD.includes(status)
  const isTaken = isHeld && status !== 'acknowledged'
  const dueAt = sentAt + DAY
  const acceptDue = isHeld ? at(1) + DAY : null
  const stage =
    status === 'sent'
      ? [0.5, 0.75, 1].filter((share) => sentAt + DAY * share <= now).length
      : isHeld && status === 'acknowledged' && (acceptDue as number) <= now
        ? 4
        : 0
  const next =
    status === 'sent'
      ? ([sentAt + DAY * 0.5, sentAt + DAY * 0.75, dueAt][stage] ?? null)
      : status === 'acknowledged' && stage < 4
        ? acceptDue
        : null
  tables.handoff.line(
    `${id}\t${episodeId}\t${personId}\t${setId}\t${area}\t${shape.kind === 'unplanned' ? 'emergency' : shape.kind}\t${prison.id}\t${to.id}\t${isHeld ? to.id : prison.id}\t${status}\t{${(categories.ofArea[area] ?? []).join(',')}}\t${isoOf(dueAt)}\t${isoOf(sentAt)}\t${isHeld ? `${isoOf(at(1))}\t${worker}` : '\\N\t\\N'}\t${isTaken ? `${isoOf(at(2))}\t${worker}` : '\\N\t\\N'}\t${steps.length + 1}\t${status === 'done' ? 'as-planned' : '\\N'}\t${isoOf(sentAt)}\t${isoOf(sentAt + DAY * 0.5)}\t${isoOf(sentAt + DAY * 0.75)}\t${isoOf(acceptDue)}\t${stage}\t${isoOf(next)}`,
  )
  return { area, to, worker, status, endedAt: at(steps.length) }
}

const RANK: Readonly<Record<string, number>> = { own: 1, accepted: 2, closing: 3, offered: 4, ended: 5 }
const RELATION: Readonly<Record<string, string>> = {
  sent: 'offered',
  acknowledged: 'accepted',
  accepted: 'accepted',
  'in-progress': 'accepted',
  done: 'closing',
}
const KEPT_DAYS = 30 * DAY

/**
 * The parts that prison and services have in the case, as `app.refresh_case_part` would have left them; the load compares a sample
 * with it.
 */
export function tellParts(
  told: Told,
  handoffs: readonly ToldHandoff[],
  categories: Categories,
  tables: CountryTables,
): void {
  const { shape, episodeId, personId } = told
  const { prison, releasedAt } = shape
  const all = `{${[...(categories.ofKind['prison-health'] ?? [])].toSorted().join(',')}}`
  tables.case_part.line(
    `${prison.id}\t${episodeId}\t${personId}\t${releasedAt === null ? 'own' : 'closing'}\t${all}\t${releasedAt === null ? 'infinity' : isoOf(releasedAt + KEPT_DAYS)}\t${all}`,
  )
  for (const [id, claims] of Map.groupBy(handoffs, ({ to }) => to.id)) {
    const allowed = new Set(categories.ofKind[claims[0]?.to.kind ?? ''])
    const best = claims
      .map(({ status, endedAt }) => {
        const relation = RELATION[status] ?? 'ended'
        return { relation, until: status === 'done' ? endedAt + KEPT_DAYS : Number.POSITIVE_INFINITY }
      })
      .toSorted(
        (one, other) =>
          (RANK[one.relation] as number) - (RANK[other.relation] as number) || (one.until < other.until ? 1 : -1),
      )[0]
    if (!best) continue
    const holds = (relations: readonly string[]) =>
      `{${[
        ...new Set(
          claims
            .filter(({ status }) => relations.includes(RELATION[status] ?? 'ended'))
            .flatMap(({ area }) => categories.ofArea[area] ?? []),
        ),
      ]
        .filter((category) => allowed.has(category))
        .toSorted()
        .join(',')}}`
    tables.case_part.line(
      `${id}\t${episodeId}\t${personId}\t${best.relation}\t${holds(['offered', 'accepted', 'closing'])}\t${best.until === Number.POSITIVE_INFINITY ? 'infinity' : isoOf(best.until)}\t${holds(['accepted', 'closing'])}`,
    )
  }
}
