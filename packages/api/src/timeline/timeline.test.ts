import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

const RELEASED = new Date('2026-03-26T08:00:00Z')
let scene: Scene
let one: StoryCase
let treatmentId: string
beforeAll(async () => {
  scene = await openScene()
  await scene.setClock(new Date('2026-03-26T12:00:00Z'))
  one = await scene.aCase({
    releaseDate: '2026-03-26',
    releasedAt: RELEASED,
    items: [{ area: 'housing', code: 'story-bed' }],
  })
  treatmentId = await scene.aTreatment(one, { dosing: 'harbour' })
  await scene.aDose(one, { treatmentId, givenAt: new Date('2026-03-25T08:00:00Z'), at: 'northgate' })
  const wrong = await scene.aDose(one, { treatmentId, givenAt: new Date('2026-03-24T08:00:00Z'), at: 'northgate' })
  await scene.owner.query(
    `insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, recorded_at, recorded_by, service_id, corrects_dose_id, reason)
     select $1, treatment_id, episode_id, kind, 'unknown', for_day, to_day, app.now(), recorded_by, service_id, id, 'pressed by mistake'
     from dose where id = $2`,
    [newId(), wrong],
  )
  await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted', worker: 'harbourWorker' })
  await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
  const { rows } = await scene.owner.query<{ id: string }>('select id from checklist_item where episode_id = $1', [
    one.episodeId,
  ])
  await scene.owner.query('update checklist_item set accountable_service_id = $2 where id = $1', [
    rows[0]?.id,
    scene.services.haven,
  ])
  await scene
    .as(scene.people.havenWorker)
    .checklist.finish({ items: [{ itemId: rows[0]?.id ?? '', seenVersion: 0 }], requestId: newId() })
  await scene.owner.query(
    `insert into outcome (id, episode_id, category, kind, reason, at, service_id, recorded_at, recorded_by)
     values ($1, $2, 'release', 'did-not-arrive', 'turned-away', $3, $4, $3, $5)`,
    [
      newId(),
      one.episodeId,
      new Date('2026-03-26T11:00:00Z'),
      scene.services.harbour,
      scene.people.harbourWorker.accountId,
    ],
  )
})
afterAll(() => scene.close())

const read = (who: keyof Scene['people']) =>
  scene.as(scene.people[who]).timeline.byEpisode({ episodeId: one.episodeId })
const told = async (who: keyof Scene['people']) =>
  (await read(who)).entries.map(({ lane, kind, code }) => [lane, kind, code].join(' '))

describe('the timeline of a case', () => {
  it('tells in order what is recorded, each standing entry once', async () => {
    const entries = await read('northgateNurse')
    const at = entries.entries.map(({ drawnAt }) => drawnAt)
    expect(at).toEqual(at.toSorted())
    const lines = await told('northgateNurse')
    expect(lines.filter((line) => line.startsWith('doses'))).toEqual(['doses dose unknown', 'doses dose given'])
    expect(lines).toEqual(
      expect.arrayContaining(['custody admitted ', 'custody released planned', 'outcomes outcome did-not-arrive']),
    )
  })

  it('tells a housing service nothing of the treatment, and nobody why somebody did not arrive', async () => {
    const lines = await told('havenWorker')
    expect(lines.filter((line) => line.startsWith('doses'))).toEqual([])
    expect(JSON.stringify(await read('havenWorker'))).not.toMatch(/omt|methadone/)
    for (const who of ['northgateNurse', 'havenWorker', 'harbourWorker'] as const)
      expect(JSON.stringify(await read(who))).not.toContain('turned-away')
    expect((await told('harbourWorker')).filter((line) => line.startsWith('doses'))).toHaveLength(2)
  })

  it.each(['riversideWorker', 'eastfieldNurse'] as const)('is not there for %s', async (who) => {
    await expect(read(who)).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })
})
