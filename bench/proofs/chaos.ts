import { runChaos } from '../chaos/run-chaos.ts'

export const name = 'chaos'

/** 5,000 handoffs by 20 clients, while web, worker and PostgreSQL are each killed 50 times: see bench/chaos. */
export async function run(): Promise<{ ok: boolean; figures: Record<string, number> }> {
  const { ok, figures, faults, refusals } = await runChaos({ handoffs: 5_000, kills: 50, clients: 20 }, () => undefined)
  return { ok, figures: { ...figures, ...faults, refusedForGood: refusals.length } }
}
