import { type Actor, SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { sqlStateOf } from '@throughcare/db/database-error'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

const TABLES = ['audit_entry', 'audit_seal', 'audit_head', 'audit_check'] as const
const WRITES = [
  `insert into audit_seal (service_id, sequence, entry_ids, entry_hashes, last_xid, last_id, previous, hash, signature)
   values (gen_random_uuid(), 1, array[gen_random_uuid()], decode(repeat('00', 32), 'hex'), 1, gen_random_uuid(),
     decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), decode(repeat('00', 64), 'hex'))`,
  `insert into audit_head (sequence, document, signature) values (1, '{}', decode(repeat('00', 64), 'hex'))`,
  `insert into audit_check (id, entries, seals) values (gen_random_uuid(), 0, 0)`,
]

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  for (const write of WRITES) await asActor(SYSTEM_OF_NO_SERVICE, ({ tx }) => tx.$executeRawUnsafe(write))
})
afterAll(() => scene.close())

const stateOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => sqlStateOf(error),
  )
const tried = (actor: Actor | typeof SYSTEM_OF_NO_SERVICE, sql: string) =>
  stateOf(asActor(actor, ({ tx }) => tx.$executeRawUnsafe(sql)))

it.each(TABLES)(
  'I01: nobody changes, deletes from or empties %s through the app role, the worker included',
  async (table) => {
    for (const actor of [scene.people.northgateNurse, scene.people.administrator, SYSTEM_OF_NO_SERVICE]) {
      expect(await tried(actor, `delete from ${table}`)).toBe('42501')
      expect(await tried(actor, `truncate ${table}`)).toBe('42501')
      expect(
        await tried(actor, `update ${table} set ${table === 'audit_head' ? 'document' : 'service_id'} = null`),
      ).toBe('42501')
    }
  },
)

it('I01: when and in which transaction an entry was written is not for whoever writes it to say', async () => {
  for (const column of ['at', 'xid'])
    expect(
      await tried(
        SYSTEM_OF_NO_SERVICE,
        `insert into audit_entry (id, account_id, service_id, role, action, ${column})
         select gen_random_uuid(), app.account_id(), app.service_id(), app.role(), 'x', ${column === 'at' ? 'now()' : '1'}`,
      ),
    ).toBe('42501')
})

it('only the worker seals, and only the worker and administrators read the seals', async () => {
  const count = (actor: Actor | typeof SYSTEM_OF_NO_SERVICE, table: string) =>
    asActor(actor, ({ tx }) => tx.$queryRawUnsafe<{ rows: number }[]>(`select count(*)::int as rows from ${table}`))
  const { northgateNurse, northgateManager, administrator } = scene.people
  for (const actor of [northgateNurse, northgateManager, administrator])
    for (const write of WRITES) expect(await tried(actor, write)).toBe('42501')
  for (const table of TABLES.slice(1)) {
    for (const actor of [northgateNurse, northgateManager]) expect(await count(actor, table)).toEqual([{ rows: 0 }])
    for (const actor of [administrator, SYSTEM_OF_NO_SERVICE]) expect(await count(actor, table)).toEqual([{ rows: 1 }])
  }
})
