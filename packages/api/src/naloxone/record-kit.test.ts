import { newId } from '@throughcare/db/uuid'
import { BoardInput } from '@throughcare/domain/release/board-input'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const kit = {
  kitId: null,
  seenVersion: 0,
  product: 'nasal spray',
  lot: 'L-77',
  expiresOn: null,
  state: 'in-property',
  handedAt: null,
  trained: null,
} as const

it('records a kit, hands it over, and shows the second person what the first one wrote', async () => {
  const one = await scene.aCase()
  const nurse = scene.as(scene.people.northgateNurse)
  const { kitId } = await nurse.naloxone.recordKit({ ...kit, episodeId: one.episodeId, requestId: newId() })
  const handed = {
    ...kit,
    episodeId: one.episodeId,
    kitId,
    state: 'handed-over',
    handedAt: new Date('2026-03-26T08:00:00Z'),
  } as const
  expect(await nurse.naloxone.recordKit({ ...handed, requestId: newId() })).toMatchObject({ version: 1 })
  await expect(
    scene.as(scene.people.northgateSecondNurse).naloxone.recordKit({ ...handed, requestId: newId() }),
  ).rejects.toMatchObject({
    cause: {
      code: 'changed-meanwhile',
      details: { current: { version: 1, state: 'handed-over' }, changedBy: 'Nora Lindqvist' },
    },
  })
})

it('does not record the same kit twice from two screens, and records a further one when that is what is meant', async () => {
  const one = await scene.aCase()
  const press = { ...kit, episodeId: one.episodeId }
  await scene.as(scene.people.northgateNurse).naloxone.recordKit({ ...press, requestId: newId() })
  const second = scene.as(scene.people.northgateSecondNurse)
  await expect(second.naloxone.recordKit({ ...press, requestId: newId() })).rejects.toMatchObject({
    cause: { code: 'changed-meanwhile' },
  })
  await second.naloxone.recordKit({ ...press, seenVersion: 1, requestId: newId() })
  expect((await second.carePlan.byEpisode({ episodeId: one.episodeId })).kits).toHaveLength(2)
})

it.each([
  ['in the future', { state: 'handed-over', handedAt: new Date('2026-03-27T08:00:00Z') }, 'naloxone.in-the-future'],
  ['left behind by somebody who is inside', { state: 'left-in-prison' }, 'naloxone.not-released'],
] as const)('refuses a kit %s', async (_what, said, refusal) => {
  const one = await scene.aCase()
  const press = { ...kit, ...said, episodeId: one.episodeId, requestId: newId() }
  await expect(scene.as(scene.people.northgateNurse).naloxone.recordKit(press)).rejects.toMatchObject({
    cause: { code: 'refused', details: { refusal } },
  })
})

it('is not open to a service that was handed something else', async () => {
  const one = await scene.aCase()
  await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
  const press = { ...kit, episodeId: one.episodeId, requestId: newId() }
  await expect(scene.as(scene.people.havenWorker).naloxone.recordKit(press)).rejects.toMatchObject({
    cause: { code: expect.stringMatching(/not-found|not-allowed/) },
  })
  await expect(scene.as(scene.people.riversideWorker).naloxone.recordKit(press)).rejects.toMatchObject({
    cause: { code: 'not-found' },
  })
})

const GATE = new Date('2026-03-26T07:00:00Z')
const NOW = new Date('2026-03-26T09:00:00Z')
/** Somebody who went out this morning, with the naloxone items on their plan. */
const aReleased = async () => {
  const one = await scene.aCase({ releasedAt: GATE, releaseDate: '2026-03-26' })
  await scene.owner.query(`update care_plan set rule_set = 'checklist-2026-11' where id = $1`, [one.planId])
  await scene.owner.query(
    `insert into case_fact (episode_id, code, category, state, value, recorded_at, recorded_by, version)
     values ($1, 'opioid-need', 'naloxone', 'known', '"yes"', app.now(), $2, 0)`,
    [one.episodeId, scene.people.northgateNurse.accountId],
  )
  return one
}
const itemOf = async (episodeId: string, code: string) => {
  const { items } = await scene.as(scene.people.northgateNurse).carePlan.byEpisode({ episodeId })
  return items.find((item) => item.code === code)?.status
}

describe('a kit that was left in prison', () => {
  const REPLACE = 'naloxone-replace-kit-left-in-prison'

  it.each([
    ['another kit', true],
    ['the very kit, brought after', false],
  ])('replaced by %s: its item is finished and not retired', async (_what, isAnother) => {
    const one = await aReleased()
    const nurse = scene.as(scene.people.northgateNurse)
    const left = { ...kit, state: 'left-in-prison', episodeId: one.episodeId } as const
    const { kitId } = await nurse.naloxone.recordKit({ ...left, requestId: newId() })
    expect(await itemOf(one.episodeId, REPLACE)).toBe('open')
    const brought = { ...kit, episodeId: one.episodeId, state: 'handed-over', handedAt: NOW } as const
    const { growth } = await nurse.naloxone.recordKit(
      isAnother
        ? { ...brought, requestId: newId(), replacesId: kitId, seenVersion: 1 }
        : { ...brought, requestId: newId(), kitId, seenVersion: 0 },
    )
    expect(growth.finished).toContain(REPLACE)
    expect(await itemOf(one.episodeId, REPLACE)).toBe('done')
    const { mustNotMiss } = await nurse.carePlan.byEpisode({ episodeId: one.episodeId })
    expect(mustNotMiss.map(({ code }) => code)).not.toContain('kit-left-in-prison')
  })
})

describe('a used kit', () => {
  it('is told for 24 hours, then told loudly, until another one comes in its place, once', async () => {
    const one = await aReleased()
    const nurse = scene.as(scene.people.northgateNurse)
    const handed = { ...kit, episodeId: one.episodeId, state: 'handed-over', handedAt: GATE } as const
    const { kitId } = await nurse.naloxone.recordKit({ ...handed, requestId: newId() })
    const goneAt = new Date('2026-03-26T08:00:00Z')
    await nurse.naloxone.recordKit({
      ...handed,
      kitId,
      state: 'used',
      goneAt,
      dosesUsed: 2,
      usedOutcome: 'came-round-hospital',
      requestId: newId(),
    })
    const told = async () => {
      const { kitAlerts, mustNotMiss } = await nurse.carePlan.byEpisode({ episodeId: one.episodeId })
      return [...kitAlerts.map(({ code }) => code), ...mustNotMiss.map(({ code }) => code)]
    }
    expect(await told()).toContain('replace-within-24-hours')
    expect(await itemOf(one.episodeId, 'naloxone-hand-over-kit')).not.toBe('open')
    await scene.setClock(new Date('2026-03-27T08:00:01Z'))
    try {
      expect(await told()).toEqual(expect.arrayContaining(['not-replaced', 'kit-not-replaced']))
      const { persons } = await nurse.release.board(BoardInput.parse({ window: 'out-last-48-hours' }))
      expect(persons.find(({ episodeId }) => episodeId === one.episodeId)?.kitAlert).toBe('not-replaced')
      const another = { ...handed, handedAt: NOW, replacesId: kitId, seenVersion: 1 } as const
      await nurse.naloxone.recordKit({ ...another, requestId: newId() })
      expect(await told()).not.toEqual(expect.arrayContaining(['not-replaced']))
      await expect(nurse.naloxone.recordKit({ ...another, seenVersion: 2, requestId: newId() })).rejects.toMatchObject({
        cause: { details: { refusal: 'naloxone.replaced-already' } },
      })
    } finally {
      await scene.setClock(NOW)
    }
  })

  it('of another case cannot be replaced from this one', async () => {
    const [one, other] = [await aReleased(), await aReleased()]
    const nurse = scene.as(scene.people.northgateNurse)
    const lost = { ...kit, state: 'lost', goneAt: GATE } as const
    const { kitId } = await nurse.naloxone.recordKit({ ...lost, episodeId: other.episodeId, requestId: newId() })
    await expect(
      nurse.naloxone.recordKit({ ...kit, episodeId: one.episodeId, replacesId: kitId, requestId: newId() }),
    ).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })
})

describe('a kit for somebody else', () => {
  it('is not the person’s: it neither counts as in hand nor finishes the hand-over, and names nobody', async () => {
    const one = await aReleased()
    const nurse = scene.as(scene.people.northgateNurse)
    await nurse.naloxone.recordKit({
      ...kit,
      episodeId: one.episodeId,
      holder: 'supporter',
      state: 'handed-over',
      handedAt: GATE,
      requestId: newId(),
    })
    const view = await nurse.carePlan.byEpisode({ episodeId: one.episodeId })
    expect(view.kitAlerts.map(({ code }) => code)).toContain('released-without')
    expect(view.kits.map(({ holder }) => holder)).toEqual(['supporter'])
    expect(await itemOf(one.episodeId, 'naloxone-hand-over-kit')).toBe('open')
    const { rows } = await scene.owner.query(
      `select column_name from information_schema.columns where table_name = 'naloxone_kit' and column_name ~ 'name|person|who'`,
    )
    expect(rows).toEqual([])
  })
})
