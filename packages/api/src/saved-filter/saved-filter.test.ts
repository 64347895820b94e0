import { newId } from '@throughcare/db/uuid'
import type { KeepFilterInput } from '@throughcare/domain/saved-filter/saved-filter-input'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const QUERY = {
  list: 'inbox',
  tab: 'new',
  area: 'omt',
  kind: null,
  serviceId: null,
  workerId: null,
  out: 'released',
  overdue: false,
  order: 'longest-out',
} as const
const press = (more: Partial<KeepFilterInput> = {}): KeepFilterInput => ({
  requestId: newId(),
  name: 'Out, OMT',
  isShared: false,
  query: QUERY,
  ...more,
})
const as = (who: keyof Scene['people']) => scene.as(scene.people[who])
const offered = async (who: keyof Scene['people']) =>
  (await as(who).handoff.inbox({ tab: 'new', page: 1 })).filters.map(({ name, isOwn, mayRemove }) => ({
    name,
    isOwn,
    mayRemove,
  }))

describe('a kept filter', () => {
  it('is its maker’s own, or everybody’s of the service; its maker or a manager takes a shared one off', async () => {
    const own = await as('harbourWorker').savedFilter.keep(press())
    const shared = await as('harbourWorker').savedFilter.keep(press({ name: 'For all', isShared: true }))
    const [first] = (await as('harbourWorker').handoff.inbox({ tab: 'new', page: 1 })).filters
    expect(first).toMatchObject({ id: shared.filterId, query: QUERY, keptBy: 'Sam Osei' })
    expect(await offered('harbourWorker')).toEqual([
      { name: 'For all', isOwn: true, mayRemove: true },
      { name: 'Out, OMT', isOwn: true, mayRemove: true },
    ])
    expect(await offered('harbourSecondWorker')).toEqual([{ name: 'For all', isOwn: false, mayRemove: false }])
    expect(await offered('riversideWorker')).toEqual([])
    const removing = (who: keyof Scene['people'], filterId: string) =>
      as(who).savedFilter.remove({ filterId, requestId: newId() })
    await expect(removing('harbourSecondWorker', shared.filterId)).rejects.toMatchObject({ message: 'not-allowed' })
    for (const who of ['harbourManager', 'riversideWorker'] as const)
      await expect(removing(who, own.filterId)).rejects.toMatchObject({ message: 'not-found' })
    await removing('harbourManager', shared.filterId)
    await removing('harbourWorker', own.filterId)
    expect(await offered('harbourWorker')).toEqual([])
  })

  it('has one name, is kept once however often it is pressed, and only for a list that its maker has', async () => {
    const keep = press({ name: 'Twice' })
    expect(await as('harbourWorker').savedFilter.keep(keep)).toEqual(await as('harbourWorker').savedFilter.keep(keep))
    await expect(as('harbourWorker').savedFilter.keep(press({ name: 'TWICE' }))).rejects.toMatchObject({
      cause: { fields: [{ path: 'name', fault: 'saved-filter.name.taken' }] },
    })
    await as('harbourSecondWorker').savedFilter.keep(press({ name: 'Twice' }))
    await expect(as('northgateNurse').savedFilter.keep(press())).rejects.toMatchObject({ message: 'not-allowed' })
    for (const query of [{ ...QUERY, text: 'Nowak' }, { ...QUERY, list: 'sent' }, { list: 'persons' }])
      await expect(as('harbourWorker').savedFilter.keep(press({ query: query as never }))).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      })
  })

  it('opens nothing that there is no more, and nobody keeps more than a list of them', async () => {
    await scene.owner.query(`update saved_filter set query = query || '{"area": "gone"}'`)
    expect(await offered('harbourWorker')).toEqual([])
    for (let index = 1; index < 20; index += 1)
      await as('harbourWorker').savedFilter.keep(press({ name: `Filter ${index}` }))
    await expect(as('harbourWorker').savedFilter.keep(press({ name: 'One more' }))).rejects.toMatchObject({
      cause: { details: { refusal: 'saved-filter.too-many' } },
    })
  })
})
