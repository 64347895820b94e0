import type { Listener } from '@throughcare/db/live/listen'
import { findEventsAfter } from '@throughcare/db/live/live-repository'
import { CATEGORIES, type Category } from '@throughcare/domain/access/access-codes'
import { categoriesFor, closedCategories } from '@throughcare/domain/access/categories-of-area'
import { LIVE_TOPICS, mayHear } from '@throughcare/domain/live/live-topics'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { SITUATIONS, type Situation } from './situations.ts'
import { type Stage, setStage, situationsOf } from './stage.ts'
import { Tally } from './tally.ts'

let scene: Scene
let stage: Stage
const tally = new Tally('live topics')

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene)
})
afterAll(async () => {
  tally.print()
  await scene.close()
})

/** Everything that changed in a case is told to all services: which of them hear is decided when it is delivered. */
async function tellAll(): Promise<number> {
  const { rows } = await stage.owner.query<{ last: string }>('select coalesce(max(id), 0) as last from live_event')
  const cases = new Set(
    stage.hats.flatMap((hat) => situationsOf(hat).map((name) => stage.standing(hat, name).episodeId)),
  )
  await stage.owner.query(
    `insert into live_event (topic, category, episode_id, service_ids)
     select 'case', category, episode, $3::uuid[] from unnest($1::uuid[]) episode, unnest($2::text[]) category`,
    [[...cases], [...CATEGORIES], [...new Set(stage.hats.map(({ actor }) => actor.serviceId))]],
  )
  return Number(rows[0]?.last)
}

it('A09: every topic of every category is heard by every role in every relation as the domain says', async () => {
  const after = await tellAll()
  await stage.owner.query('begin')
  await stage.owner.query(`select app.open_system($1)`, [stage.services.northgate])
  const listener: Listener = {
    query: async <Row extends object>(text: string, values: readonly unknown[]) =>
      (await stage.owner.query<Row>(text, [...values])).rows,
    close: async () => undefined,
  }
  const events = await findEventsAfter(listener, after, 1_000_000)
  await stage.owner.query('rollback')
  const heard = new Map(
    events.flatMap(({ episodeId, category, heardBy }) =>
      heardBy.map(({ serviceId, relation }): [string, typeof relation] => [
        `${serviceId} ${episodeId} ${category}`,
        relation,
      ]),
    ),
  )
  const faults: string[] = []
  for (const hat of stage.hats)
    for (const grants of [hat.actor.grants, []])
      for (const situation of situationsOf(hat)) {
        const { relation, areas }: Situation = SITUATIONS[situation]
        const { episodeId } = stage.standing(hat, situation)
        const open = categoriesFor({ ...hat, grants }, relation, areas(hat.kind))
        for (const category of CATEGORIES) {
          const told = heard.get(`${hat.actor.serviceId} ${episodeId} ${category}`)
          for (const topic of LIVE_TOPICS) {
            const hears =
              told !== undefined && mayHear(hat.role, hat.kind, topic, told) && !isClosed(hat.role, grants, category)
            const may = open.includes(category) && mayHear(hat.role, hat.kind, topic, relation)
            tally.add(topic, may ? 'heard' : 'not heard')
            if (hears !== may)
              faults.push(`${hat.name}, ${situation}: ${topic} of ${category} is ${hears ? '' : 'not '}heard`)
          }
        }
      }
  expect(faults).toEqual([])
})

/** As the hub asks for each stream. */
function isClosed(
  role: Parameters<typeof closedCategories>[0]['role'],
  grants: readonly string[],
  category: Category,
): boolean {
  return closedCategories({ role, grants }).includes(category)
}
