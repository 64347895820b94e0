import type { ObservedTime } from '../../src/continuity/curve/observed-time.ts'

export const CURVE_ENDS = ['event', 'died', 'back-inside'] as const
export type CurveEnd = (typeof CURVE_ENDS)[number]

/** One set of subjects in groups, as it is handed to R. */
export type CurveSet = { name: string; groups: ObservedTime<CurveEnd>[][] }

/** Numbers that look like chance and are the same on every machine. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const EDGES: CurveSet[] = [
  { name: 'nobody', groups: [[], []] },
  { name: 'one who had it', groups: [[{ time: 30, end: 'event' }]] },
  { name: 'one out of sight', groups: [[{ time: 30, end: null }]] },
  {
    name: 'at once',
    groups: [
      [
        { time: 0, end: 'event' },
        { time: 0, end: null },
        { time: 60, end: 'event' },
      ],
    ],
  },
  { name: 'all at one time', groups: [Array.from({ length: 6 }, () => ({ time: 48, end: 'event' as const }))] },
  { name: 'all out of sight', groups: [Array.from({ length: 6 }, (_, n) => ({ time: n, end: null }))] },
  { name: 'half of four', groups: [[10, 20, 30, 40].map((time) => ({ time, end: 'event' as const }))] },
  {
    name: 'one group without anybody',
    groups: [
      [
        { time: 5, end: 'event' },
        { time: 9, end: null },
      ],
      [],
      [{ time: 7, end: 'event' }],
    ],
  },
  {
    name: 'one group gone before the first event',
    groups: [
      [{ time: 1, end: null }],
      [
        { time: 5, end: 'event' },
        { time: 6, end: 'event' },
      ],
      [{ time: 8, end: 'event' }],
    ],
  },
  {
    name: 'only other ends',
    groups: [
      [
        { time: 5, end: 'died' },
        { time: 9, end: 'back-inside' },
      ],
    ],
  },
]

/** Fifty sets: the edges, and forty of chance with many ties, much that goes out of sight and all three ends. */
export function curveSets(): CurveSet[] {
  const chance = Array.from({ length: 40 }, (_, number): CurveSet => {
    const roll = dice(number + 1)
    const size = [2, 5, 12, 30, 60][number % 5] ?? 2
    const longest = [4, 30, 2_880, 30_240][number % 4] ?? 4
    const groups = Array.from({ length: 1 + (number % 4) }, (_group, place) =>
      Array.from({ length: size }, () => {
        const time = Math.floor(roll() * longest * (1 + place / 4))
        const fate = roll()
        const end = fate < 0.45 ? 'event' : fate < 0.55 ? 'died' : fate < 0.7 ? 'back-inside' : null
        return { time, end } as ObservedTime<CurveEnd>
      }),
    )
    return { name: `chance ${number + 1}`, groups }
  })
  return [...EDGES, ...chance]
}
