import { DEEDS, measureAccess } from '../measure-access.ts'

export const name = 'access-cost'

/**
 * What row level security and the audit trail add to the inbox, the page of a case and an acknowledge; medians in milliseconds. Holds when every
 * variant answered the same: then it is the same work that was measured.
 */
export async function run(rounds = 400): Promise<{ ok: boolean; figures: Record<string, number> }> {
  const { medians, cases, sameAnswers, rounds: each } = await measureAccess(rounds)
  const figures: Record<string, number> = { rounds: each, cases }
  const round = (value: number) => Math.round(value * 100) / 100
  for (const deed of DEEDS) {
    const of = medians[deed]
    figures[`${deed} ms`] = of.both
    figures[`${deed} policies add ms`] = round(of.both - of['without policies'])
    figures[`${deed} trail adds ms`] = round(of.both - of['without trail'])
  }
  return { ok: sameAnswers, figures }
}
