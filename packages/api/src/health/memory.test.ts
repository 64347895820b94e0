import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const READINGS = 300
/** What each of them may leave behind: less than the id of a request. A list that grows by an entry for each is found. */
const MOST_BYTES_EACH = 2_000

function heapAfterCollecting(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

it('H10: readings leave nothing behind in memory', async () => {
  const { episodeId } = await scene.aCase({ items: [{ area: 'omt', code: 'omt-first-dose' }] })
  const nurse = scene.as(scene.people.northgateNurse)
  const worker = scene.as(scene.people.harbourWorker)
  const read = async (times: number) => {
    for (let at = 0; at < times; at += 2) {
      await nurse.carePlan.byEpisode({ episodeId })
      await worker.handoff.inbox({ tab: 'new', page: 1 })
    }
  }
  await read(READINGS)
  const before = heapAfterCollecting()
  await read(READINGS)
  expect((heapAfterCollecting() - before) / READINGS).toBeLessThan(MOST_BYTES_EACH)
}, 120_000)
