import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { systemActor } from '../actor.ts'
import { asActor } from '../as-actor.ts'
import { newId } from '../uuid.ts'
import { measureGrownTables } from './write-repository.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const measure = () => asActor(systemActor(scene.services.northgate), measureGrownTables)

async function addLines(from: number, count: number): Promise<void> {
  await scene.owner.query(
    `insert into release_list_line (list_id, line, service_id, fields, cells, leaves_sooner)
     select l.id, $1 + n, l.service_id, '{}', '{}', false from release_list l, generate_series(1, $2::int) as n`,
    [from, count],
  )
  // What a session counted is known to the others a moment later.
  await scene.owner.query('select pg_stat_force_next_flush()')
  await scene.owner.query('select 1')
}

it('measures a table again when it has grown by half, and not with every job', async () => {
  await scene.owner.query(
    `insert into release_list (id, service_id, uploaded_by, uploaded_at, state, lines_total)
     values ($1, $2, $3, app.now(), 'reading', 0)`,
    [newId(), scene.services.northgate, scene.people.northgateNurse.accountId],
  )
  await measure()
  await addLines(0, 3_000)
  expect(await measure()).toBe(1)
  expect(await measure()).toBe(0)
  await addLines(3_000, 900)
  expect(await measure()).toBe(0)
  await addLines(4_000, 2_500)
  expect(await measure()).toBe(1)
  const { rows } = await scene.owner.query(
    `select reltuples::int as rows from pg_class where relname = 'release_list_line'`,
  )
  expect(rows).toEqual([{ rows: 6_400 }])
})
