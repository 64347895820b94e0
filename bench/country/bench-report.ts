import bounds from './bounds.json' with { type: 'json' }
import type { Load } from './load.ts'
import type { Measured, Round } from './measure-job.ts'

/** One line of the table: medians over the rounds. Milliseconds and requests a second; null where there is nothing to compare. */
export type Line = {
  job: string
  kind: string
  p50: number
  p95: number
  p99: number
  perSecond: number
  floor: { p50: number; p95: number; perSecond: number } | null
  /** To the bare Node server: how many times as slow at one connection, and which part of its throughput at sixteen. */
  toFloor: { p50: number; p95: number; throughput: number } | null
  /** To the same statements in PostgreSQL itself. */
  toStatements: { statementsP50: number; p50: number } | null
  openAtHalfFloor: {
    perSecond: number
    floorP50: number
    floorP95: number
    p50: number | null
    p95: number | null
    unanswered: number
  } | null
  openAtHalfOwn: { perSecond: number; p50: number; p95: number }
  /** Of a hundred requests at sixteen connections, how many were not answered as they should be. */
  failed: number
  /** Of a page: how many times as slow as the call of the API behind it, at one connection. */
  toCall: number | null
  bounds: Bound[]
}

export type Bound = { what: string; is: number; bound: number; holds: boolean }

export function lineOf({ name, kind, rounds }: Measured): Line {
  const of = (pick: (round: Round) => number | null | undefined) => medianOf(rounds.map(pick))
  const hasFloor = rounds.every(({ floor }) => floor)
  const toFloor = hasFloor
    ? {
        p50: of(({ one, floor }) => ratio(one.p50, floor?.one.p50)),
        p95: of(({ one, floor }) => ratio(one.p95, floor?.one.p95)),
        throughput: of(({ many, floor }) => ratio(many.perSecond, floor?.many.perSecond)),
      }
    : null
  return {
    job: name,
    kind,
    p50: of(({ one }) => one.p50),
    p95: of(({ one }) => one.p95),
    p99: of(({ one }) => one.p99),
    perSecond: of(({ many }) => many.perSecond),
    floor: hasFloor
      ? {
          p50: of(({ floor }) => floor?.one.p50),
          p95: of(({ floor }) => floor?.one.p95),
          perSecond: of(({ floor }) => floor?.many.perSecond),
        }
      : null,
    toFloor,
    toStatements: rounds.every(({ statements }) => statements)
      ? {
          statementsP50: of(({ statements }) => statements?.p50),
          p50: of(({ one, statements }) => ratio(one.p50, statements?.p50)),
        }
      : null,
    openAtHalfFloor: openLine(rounds, of),
    openAtHalfOwn: {
      perSecond: of(({ openOwn }) => openOwn.perSecond),
      p50: of(({ openOwn }) => openOwn.product.p50),
      p95: of(({ openOwn }) => openOwn.product.p95),
    },
    failed: of(({ many }) => (100 * many.failed) / Math.max(1, many.requests)),
    toCall: null,
    bounds: toFloor ? boundsOf(name, kind, toFloor) : [],
  }
}

function openLine(
  rounds: readonly Round[],
  of: (pick: (round: Round) => number | null | undefined) => number,
): Line['openAtHalfFloor'] {
  if (!rounds.every(({ open }) => open)) return null
  const unanswered = of(({ open }) => open?.product.unanswered)
  return {
    perSecond: of(({ open }) => open?.perSecond),
    floorP50: of(({ open }) => open?.floor.p50),
    floorP95: of(({ open }) => open?.floor.p95),
    p50: of(({ open }) => open?.product.p50),
    p95: of(({ open }) => open?.product.p95),
    unanswered,
  }
}

function boundsOf(job: string, kind: string, { p50, p95, throughput }: NonNullable<Line['toFloor']>): Bound[] {
  const most = (what: string, is: number, bound: number | undefined): Bound[] =>
    bound === undefined ? [] : [{ what, is, bound, holds: is <= bound }]
  const least = (what: string, is: number, bound: number | undefined): Bound[] =>
    bound === undefined ? [] : [{ what, is, bound, holds: is >= bound }]
  const ofKind = (bounds as unknown as Record<string, { p50?: number; p95?: number; throughput?: number } | undefined>)[
    kind
  ]
  const share = kind === 'write' ? ofKind?.throughput : (bounds.throughput as Record<string, number | undefined>)[job]
  if (kind !== 'read' && kind !== 'write') return []
  return [...most('p50', p50, ofKind?.p50), ...most('p95', p95, ofKind?.p95), ...least('throughput', throughput, share)]
}

/** Pages beside the calls behind them, where both were measured. */
export function withPages(lines: readonly Line[], behind: Readonly<Record<string, string>>): Line[] {
  return lines.map((line) => {
    const call = lines.find(({ job }) => job === behind[line.job])
    if (line.kind !== 'page' || !call) return line
    const toCall = Math.round((line.p50 / call.p50) * 100) / 100
    const bound = bounds.page.p50
    return { ...line, toCall, bounds: [{ what: 'p50 to call', is: toCall, bound, holds: toCall <= bound }] }
  })
}

/** The table that is printed. */
export function tableOf(lines: readonly Line[]): string {
  const head = [
    'job',
    'p50 ms',
    'p95',
    'p99',
    '×floor p50',
    '×floor p95',
    'req/s ×16',
    'floor',
    'of floor',
    '×SQL p50',
    'open½floor p50',
    'p95',
    'open½own p50',
    'p95',
    '×call',
    'bounds',
  ]
  const body = lines.map((line) => {
    const { toFloor, floor, toStatements, openAtHalfFloor: open, openAtHalfOwn: own } = line
    return [
      line.job,
      ms(line.p50),
      ms(line.p95),
      ms(line.p99),
      toFloor ? toFloor.p50.toFixed(2) : '–',
      toFloor ? toFloor.p95.toFixed(2) : '–',
      line.failed > 0 ? `${line.failed.toFixed(0)} % failed` : line.perSecond.toFixed(line.perSecond < 10 ? 1 : 0),
      floor ? floor.perSecond.toFixed(0) : '–',
      toFloor ? `${(toFloor.throughput * 100).toFixed(0)} %` : '–',
      toStatements ? toStatements.p50.toFixed(2) : '–',
      open ? (open.unanswered > 0 ? 'behind' : ms(open.p50)) : '–',
      open ? (open.unanswered > 0 ? 'behind' : ms(open.p95)) : '–',
      ms(own.p50),
      ms(own.p95),
      line.toCall === null ? '–' : line.toCall.toFixed(1),
      line.bounds.map(({ what, holds }) => `${what} ${holds ? 'holds' : 'MISSED'}`).join(', ') || '–',
    ]
  })
  const widths = head.map((cell, at) => Math.max(cell.length, ...body.map((row) => (row[at] ?? '').length)))
  return [head, ...body]
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 || at === head.length - 1 ? cell.padEnd(widths[at] as number) : cell.padStart(widths[at] as number),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const ms = (value: number | null): string => (value === null ? '–' : value.toFixed(value < 10 ? 2 : 1))

function ratio(one: number | null | undefined, other: number | null | undefined): number | null {
  return one == null || !other ? null : one / other
}

function medianOf(values: readonly (number | null | undefined)[]): number {
  const sorted = values.filter((each): each is number => each != null).toSorted((one, other) => one - other)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  return middle === undefined ? Number.NaN : Math.round(middle * 1000) / 1000
}

/** How much one figure grew from the smallest country to the largest. */
export function growthOf(
  sizes: readonly { episodes: number; lines: readonly Line[] }[],
): (Bound & { job: string; p50: number[] })[] {
  const limits = bounds.growth as Record<string, number>
  return Object.entries(limits).flatMap(([job, bound]) => {
    const p50 = sizes.map(({ lines }) => lines.find((line) => line.job === job)?.p50)
    const [first] = p50
    const last = p50.at(-1)
    if (first === undefined || last === undefined || p50.length < 2) return []
    const is = Math.round((last / first) * 100) / 100
    return [{ job, what: 'growth', p50: p50 as number[], is, bound, holds: is <= bound }]
  })
}

export type { Load }
