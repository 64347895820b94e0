import type { Month } from '../continuity/report-window.ts'
import { FEWEST_RELEASES } from './simulation-codes.ts'

/**
 * The period that is replayed when somebody asks for these months: widened to whole blocks of months that each hold at least
 * ten releases that can be replayed (rule SIM-4). So the answers to two periods never differ by fewer than ten releases, and
 * nobody can be told by asking twice.
 *
 * @param months every month of the window with how many of its releases can be replayed, the earliest first
 * @returns null where all months together hold fewer than ten, or none of them was asked for
 */
export function widenPeriod(
  months: readonly { month: Month; releases: number }[],
  asked: { from: Month; to: Month },
): { from: Month; to: Month } | null {
  const chosen = blocksOf(months).filter((block) => block.from <= asked.to && asked.from <= block.to)
  const [first, last] = [chosen[0], chosen.at(-1)]
  return first && last ? { from: first.from, to: last.to } : null
}

function blocksOf(months: readonly { month: Month; releases: number }[]): { from: Month; to: Month }[] {
  const blocks: { from: Month; to: Month }[] = []
  let first: Month | null = null
  let held = 0
  for (const { month, releases } of months) {
    first ??= month
    held += releases
    if (held < FEWEST_RELEASES) continue
    blocks.push({ from: first, to: month })
    first = null
    held = 0
  }
  // What is left at the end is too little for itself.
  const last = blocks.at(-1)
  const end = months.at(-1)
  if (first !== null && last && end) last.to = end.month
  return blocks
}
