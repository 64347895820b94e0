import { newId } from '@throughcare/db/uuid'
import type { RecordBarrierInput } from '@throughcare/domain/barrier/record-barrier-input'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const day = getPlainDate
const said = (episodeId: string, more: Partial<RecordBarrierInput> = {}): RecordBarrierInput => ({
  episodeId,
  requestId: newId(),
  barrierId: null,
  seenVersion: 0,
  area: 'omt',
  code: 'proof-of-history',
  level: 'service',
  serviceId: scene.services.harbour,
  words: 'Two years of use must be proved.',
  since: day('2026-03-16'),
  resolvedOn: null,
  resolvedHow: null,
  ...more,
})
const nurse = () => scene.as(scene.people.northgateNurse)

// First: what the tests below record would hide these counts with its own small ones.
describe('the figures of barriers', () => {
  it('count a prison’s own, by programme, and no small ones', async () => {
    const { riverside: serviceId } = scene.services
    for (let count = 0; count < 6; count += 1) {
      const { episodeId } = await scene.aCase()
      await nurse().barrier.record(said(episodeId, { serviceId }))
    }
    const other = await scene.aCase({ prison: 'eastfield' })
    await scene.as(scene.people.eastfieldNurse).barrier.record(said(other.episodeId, { serviceId }))
    const programmeIn = async (who: 'northgateManager' | 'regionManager' | 'harbourManager') => {
      const { byProgramme } = await scene.as(scene.people[who]).barrier.report({ months: 12 })
      return byProgramme.find(({ key }) => key === serviceId)
    }
    expect(await programmeIn('northgateManager')).toMatchObject({ name: 'Riverside Recovery', all: 6, days: 60 })
    expect(await programmeIn('regionManager')).toMatchObject({ all: 7, days: 70 })
    expect(await programmeIn('harbourManager')).toBeUndefined()
  })
})

describe('what stands in the way', () => {
  it('is kept, counted in days, and ended with what ended it', async () => {
    const { episodeId } = await scene.aCase()
    const { id } = await nurse().barrier.record(said(episodeId))
    const [barrier] = (await nurse().barrier.byEpisode({ episodeId })).barriers
    expect(barrier).toMatchObject({ id, daysLost: 10, serviceName: 'Harbour Recovery', version: 1 })
    await nurse().barrier.record(
      said(episodeId, { barrierId: id, seenVersion: 1, resolvedOn: day('2026-03-20'), resolvedHow: 'letter-accepted' }),
    )
    const after = (await nurse().barrier.byEpisode({ episodeId })).barriers
    expect(after).toMatchObject([{ id, daysLost: 4, resolvedHow: 'letter-accepted', version: 2 }])
    const { rows } = await scene.owner.query('select version from barrier where id = $1 order by 1', [id])
    expect(rows).toEqual([{ version: 1 }, { version: 2 }])
  })

  it('is recorded once however often the press arrives', async () => {
    const { episodeId } = await scene.aCase()
    const press = said(episodeId)
    const answers = await Promise.all([nurse().barrier.record(press), nurse().barrier.record(press)])
    expect(answers[0]).toEqual(answers[1])
    expect((await nurse().barrier.byEpisode({ episodeId })).barriers).toHaveLength(1)
  })

  it('shows somebody else’s newer words instead of writing over them', async () => {
    const { episodeId } = await scene.aCase()
    const { id } = await nurse().barrier.record(said(episodeId))
    await nurse().barrier.record(said(episodeId, { barrierId: id, seenVersion: 1, words: 'newer' }))
    await expect(nurse().barrier.record(said(episodeId, { barrierId: id, seenVersion: 1 }))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { words: 'newer', version: 2 } } },
    })
  })

  it('keeps its area, so that nobody reads it who could not before', async () => {
    const { episodeId } = await scene.aCase()
    const { id } = await nurse().barrier.record(said(episodeId))
    const moved = said(episodeId, { barrierId: id, seenVersion: 1, area: 'housing' })
    await expect(nurse().barrier.record(moved)).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
  })

  it.each([
    ['a service without a part', 'riversideWorker'],
    ['a prison that never held the person', 'eastfieldNurse'],
  ] as const)('is not there for %s', async (_who, who) => {
    const { episodeId } = await scene.aCase()
    const stranger = scene.as(scene.people[who])
    await expect(stranger.barrier.byEpisode({ episodeId })).rejects.toMatchObject({ cause: { code: 'not-found' } })
    await expect(stranger.barrier.record(said(episodeId))).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })

  it('is read in the areas that were handed over, and no other', async () => {
    const one = await scene.aCase()
    await nurse().barrier.record(said(one.episodeId))
    await nurse().barrier.record(said(one.episodeId, { area: 'housing', code: 'waiting-list' }))
    await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
    const worker = scene.as(scene.people.havenWorker)
    const { barriers, writableAreas } = await worker.barrier.byEpisode({ episodeId: one.episodeId })
    expect(barriers.map(({ area }) => area)).toEqual(['housing'])
    expect(writableAreas).toEqual(['housing', 'belongings'])
  })

  it('of another case cannot be said again from this one', async () => {
    const [one, other] = [await scene.aCase(), await scene.aCase()]
    const { id } = await nurse().barrier.record(said(other.episodeId))
    await expect(nurse().barrier.record(said(one.episodeId, { barrierId: id, seenVersion: 1 }))).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
  })

  it('has not begun tomorrow', async () => {
    const { episodeId } = await scene.aCase()
    await expect(nurse().barrier.record(said(episodeId, { since: day('2026-03-27') }))).rejects.toMatchObject({
      cause: { code: 'invalid-input', fields: [{ path: 'since', fault: 'barrier.since.in-the-future' }] },
    })
  })
})
