import { CATEGORIES, GRANTS, ROLES } from '@throughcare/domain/access/access-codes'
import { closedCategories } from '@throughcare/domain/access/categories-of-area'
import { holdsGrant } from '@throughcare/domain/access/grants'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import type { Actor } from '../actor.ts'
import { asActor, asSystemWithin, type Tx } from '../as-actor.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const give = (actor: Actor, grants: string[]) =>
  scene.owner.query('update membership set grants = $2 where id = $1', [actor.membershipId, grants])

async function told(tx: Tx): Promise<{ held: string[]; closed: string[]; left: string[] }> {
  const [row] = await tx.$queryRaw<{ held: string[]; closed: string[]; left: string[] }[]>`
    select array(select one from unnest(${[...GRANTS]}::text[]) one where app.has_grant(one)) as held,
      app.closed_categories() as closed,
      app.open_categories(app.categories_of_kind('prison-health')) as left`
  if (!row) throw new Error('no row')
  return row
}

describe('grants in the database', () => {
  it.each([...ROLES])('a %s can be given the same grants in SQL and in the domain', async (role) => {
    const { rows } = await scene.owner.query<{ found: string[] }>('select app.grants_of_role($1) as found', [role])
    const ours = GRANTS.filter((grant) => holdsGrant({ role, grants: GRANTS }, grant))
    expect([...(rows[0]?.found ?? [])].sort()).toEqual(ours.toSorted())
  })

  it('stores no grant on a role that cannot hold it, and none that there is not', async () => {
    const { northgateNurse, northgateManager } = scene.people
    await expect(give(northgateNurse, ['privacy-officer'])).rejects.toMatchObject({ code: '23514' })
    await expect(give(northgateManager, ['may-see-couples'])).rejects.toMatchObject({ code: '23514' })
    await expect(give(northgateNurse, ['everything'])).rejects.toMatchObject({ code: '23514' })
  })

  it.each<['northgateNurse' | 'harbourWorker' | 'northgateManager', string[]]>([
    ['northgateNurse', []],
    ['northgateNurse', ['approver', 'may-see-couples']],
    ['harbourWorker', ['approver']],
    ['harbourWorker', ['may-see-couples']],
    ['northgateManager', []],
    ['northgateManager', ['privacy-officer']],
  ])('%s with %j: the database holds open what the domain does', async (name, grants) => {
    const actor = scene.people[name]
    await give(actor, grants)
    const { held, closed, left } = await asActor(actor, ({ tx }) => told(tx))
    expect(held.toSorted()).toEqual(grants.toSorted())
    const { role } = actor
    expect(closed.toSorted()).toEqual(closedCategories({ role, grants }).toSorted())
    expect(left.filter((category) => closed.includes(category))).toEqual([])
    expect(left.length + closed.length).toBe(CATEGORIES.length)
  })

  it('reads them anew: a grant taken away is gone in the next transaction, whatever the hat still says', async () => {
    const { harbourWorker } = scene.people
    await give(harbourWorker, ['may-see-couples'])
    const hat: Actor = { ...harbourWorker, grants: ['may-see-couples'] }
    expect((await asActor(hat, ({ tx }) => told(tx))).held).toEqual(['may-see-couples'])
    await give(harbourWorker, [])
    expect((await asActor(hat, ({ tx }) => told(tx))).held).toEqual([])
  })

  it('what follows by itself holds none, and the hat has its own again afterwards', async () => {
    const { harbourWorker } = scene.people
    await give(harbourWorker, ['may-see-couples'])
    const held = await asActor(harbourWorker, async (deed) => {
      const before = (await told(deed.tx)).held
      const within = await asSystemWithin(deed, harbourWorker.serviceId, async ({ tx }) => (await told(tx)).held)
      return [before, within, (await told(deed.tx)).held]
    })
    expect(held).toEqual([['may-see-couples'], [], ['may-see-couples']])
  })
})
