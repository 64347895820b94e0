import { silence } from '../../packages/api/testing/silence.ts'
import { withFreshScene } from '../fresh-scene.ts'

export const name = 'deadlines'

const HANDOFFS = 2000

/**
 * 2,000 emergency handoffs of one minute, a tenth of them answered: each is reminded of, rung for and passed on to the fallback,
 * and when that is silent as well the managers are told. None is past its deadline and unseen after the sweep that follows it,
 * and no step is taken twice.
 */
export function run(): Promise<{ ok: boolean; figures: Record<string, number> }> {
  return withFreshScene((scene) => silence(scene, HANDOFFS))
}
