import fc from 'fast-check'

/** Something that is said or done on one side. What cannot be done then is refused, and belongs to the history all the same. */
export type Step =
  | {
      do: 'answer'
      answer: 'yes' | 'no' | 'withdrawn'
      isBlocked: boolean
      leaving: 'end-now' | 'next-run' | 'keep-appearances' | null
      wantsCode: boolean
    }
  | { do: 'name'; whom: 'partner' | 'nobody' | 'initials' | 'code' }
  | { do: 'start'; day: number }
  | { do: 'meet'; day: number }

/** One morning: what A's side does, what B's does in either world, and then the night's run. */
export type Morning = { a: readonly Step[]; b: { x: readonly Step[]; y: readonly Step[] } }

export type History = {
  /** Whether both are with one service and one worker, or each with a prison of their own. */
  atOneService: boolean
  /** Whether the two are linked before it begins. */
  isLinked: boolean
  mornings: readonly Morning[]
}

const said = { do: 'answer' as const, isBlocked: false, leaving: null, wantsCode: false }
const ways = fc.constantFrom('end-now', 'next-run', 'keep-appearances')
const answer: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.boolean().map((wantsCode) => ({ ...said, answer: 'yes' as const, wantsCode })) },
  { weight: 3, arbitrary: ways.map((leaving) => ({ ...said, answer: 'withdrawn' as const, leaving })) },
  { weight: 3, arbitrary: ways.map((leaving) => ({ ...said, answer: 'yes' as const, isBlocked: true, leaving })) },
  fc.constant({ ...said, answer: 'no' as const }),
  // Whoever chose no way is refused.
  fc.constant({ ...said, answer: 'withdrawn' as const }),
)
const name: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('name' as const),
  whom: fc.constantFrom('partner', 'partner', 'nobody', 'initials', 'code'),
})
const start: fc.Arbitrary<Step> = fc.record({ do: fc.constant('start' as const), day: fc.nat({ max: 28 }) })
const meet: fc.Arbitrary<Step> = fc.record({ do: fc.constant('meet' as const), day: fc.nat({ max: 28 }) })

/** The other side of the pair says more of what hurts: that is what must not be seen. */
const ofA = fc.oneof({ weight: 2, arbitrary: answer }, { weight: 2, arbitrary: name }, start, {
  weight: 2,
  arbitrary: meet,
})
const ofB = fc.oneof({ weight: 4, arbitrary: answer }, name, start, meet)

/** Random histories of two people, each in two worlds that differ in what B said and nothing else. The same seed tells the same ones. */
export function tellHistories(count: number, longest: number, seed: number): History[] {
  return fc.sample(histories(longest), { numRuns: count, seed })
}

function histories(longest: number): fc.Arbitrary<History> {
  const morning = fc.record({
    a: fc.array(ofA, { maxLength: 2 }),
    b: fc.record({ x: fc.array(ofB, { minLength: 1, maxLength: 3 }), y: fc.array(ofB, { maxLength: 2 }) }),
  })
  return fc.record({
    atOneService: fc.boolean(),
    isLinked: fc.constantFrom(true, true, true, false),
    mornings: fc.array(morning, { minLength: 1, maxLength: longest }),
  })
}
