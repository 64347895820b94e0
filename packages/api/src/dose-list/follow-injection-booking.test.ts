import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { treatedCase } from '../../testing/treated-case.ts'

// A monthly depot of Monday 9 March 2026: due on Easter Monday, 6 April; window 30 March to 13 April. It is Tuesday 31 March.
let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await scene.owner.query(
    `insert into public_holiday (country, region, day, name) values ('GB', '', '2026-04-06', 'Easter Monday')`,
  )
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(new Date('2026-03-31T09:00:00Z')))

const worker = () => scene.as(scene.people.harbourWorker)

async function onDepot() {
  const one = await treatedCase(scene, {
    medicine: 'buprenorphine-monthly-depot',
    rhythm: 'depot',
    releasedAt: new Date('2026-03-10T09:00:00Z'),
  })
  await scene.aHandoff(one.of, { area: 'omt', status: 'accepted' })
  await scene.anItem(one.of, { area: 'omt', code: 'omt-book-next-injection' })
  await scene.owner.query(
    `insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, recorded_at, recorded_by, service_id)
     values ($1, $2, $3, 'depot', 'given', '2026-03-09', '2026-03-09', '2026-03-09T10:00:00Z', $4, $5)`,
    [newId(), one.treatmentId, one.of.episodeId, scene.people.northgateNurse.accountId, scene.services.northgate],
  )
  return one
}

describe('the next injection is booked on an open day inside the window', () => {
  it.each([
    ['the Thursday before', '2026-04-02T10:00:00Z', 'done'],
    ['the Tuesday after', '2026-04-07T10:00:00Z', 'done'],
    ['Easter Monday itself: the place is shut', '2026-04-06T10:00:00Z', 'open'],
    ['a Saturday', '2026-04-11T10:00:00Z', 'open'],
    ['the day after the window', '2026-04-14T10:00:00Z', 'open'],
  ])('%s', async (_, at, status) => {
    const { of } = await onDepot()
    await worker().appointment.book({
      episodeId: of.episodeId,
      requestId: newId(),
      area: 'omt',
      serviceId: scene.services.harbour,
      at: new Date(at),
      place: null,
    })
    const { rows } = await scene.owner.query('select status from checklist_item where episode_id = $1', [of.episodeId])
    expect(rows).toEqual([{ status }])
    expect((await worker().coverPlan.byEpisode({ episodeId: of.episodeId })).readiness).toEqual(
      status === 'done' ? { kind: 'ready', because: 'no-gap' } : { kind: 'not-ready', because: 'injection-not-booked' },
    )
  })

  it('the list says that the due day is shut, and which days are open', async () => {
    const { of } = await onDepot()
    const { rows } = await worker().doseList.today()
    expect(rows.find((row) => row.episodeId === of.episodeId)).toMatchObject({
      expectation: 'covered',
      depot: { status: 'book-now', dates: { due: '2026-04-06' } },
      injection: {
        due: { kind: 'closed', holiday: 'Easter Monday' },
        openBefore: '2026-04-03',
        openAfter: '2026-04-07',
      },
    })
  })
})
