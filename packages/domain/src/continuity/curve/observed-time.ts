/**
 * What is known of one release: how long it was watched, and how that ended.
 *
 * `time` is elapsed minutes since the curve's start (the release, or the sending of a handoff); never negative. Whoever was not seen
 * to reach an end is `null`: watched so long, and then out of sight. `count` releases of which the same is known; left out: one.
 */
export type ObservedTime<End extends string> = {
  readonly time: number
  readonly end: End | null
  readonly count?: number
}

/** What happened at one instant among those who were still watched just before it. */
export type Instant<End extends string> = {
  readonly time: number
  /** Still watched and without an end just before. Whoever leaves the watch at this very time is among them. */
  readonly atRisk: number
  readonly ended: ReadonlyMap<End, number>
  /** Out of sight at this time. */
  readonly censored: number
}

/**
 * The instants at which anything happened, in order, each with the number at risk. Nobody at all: no instant.
 *
 * @throws RangeError for a time that is negative or no number: a clock was misread before.
 */
export function instantsOf<End extends string>(observed: readonly ObservedTime<End>[]): Instant<End>[] {
  const instants: Instant<End>[] = []
  const inOrder = observed.filter(({ count }) => count !== 0).toSorted((one, other) => one.time - other.time)
  let atRisk = inOrder.reduce((sum, { count = 1 }) => sum + count, 0)
  for (let from = 0; from < inOrder.length; ) {
    const time = inOrder[from]?.time ?? Number.NaN
    if (!(time >= 0 && Number.isFinite(time))) throw new RangeError('a time on a curve is a number of minutes from 0')
    const ended = new Map<End, number>()
    let censored = 0
    let gone = 0
    let to = from
    for (; inOrder[to]?.time === time; to += 1) {
      const { end = null, count = 1 } = inOrder[to] ?? {}
      gone += count
      if (end === null) censored += count
      else ended.set(end, (ended.get(end) ?? 0) + count)
    }
    instants.push({ time, atRisk, ended, censored })
    atRisk -= gone
    from = to
  }
  return instants
}
