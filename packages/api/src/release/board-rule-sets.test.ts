import { newId } from '@throughcare/db/uuid'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

it('the board, the page of doses and the first hours read the windows that were approved for the dosing point', async () => {
  const { northgateNurse, administrator, harbourWorker } = scene.people
  await scene.owner.query(`update membership set grants = '{approver}' where id = $1`, [harbourWorker.membershipId])
  const of = await scene.aCase({ releaseDate: '2026-03-25', releasedAt: new Date('2026-03-25T09:00:00Z') })
  await scene.aHandoff(of, { status: 'accepted' })
  const treatmentId = await scene.aTreatment(of, {
    medicine: 'buprenorphine-weekly-depot',
    rhythm: 'depot',
    dosing: 'harbour',
  })
  await scene.owner.query(
    `insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, recorded_at, recorded_by, service_id)
     values ($1, $2, $3, 'depot', 'given', '2026-03-10', '2026-03-10', app.now(), $4, $5)`,
    [newId(), treatmentId, of.episodeId, northgateNurse.accountId, scene.services.northgate],
  )
  const told = async () => {
    const board = await scene.as(northgateNurse).release.board({
      window: 'out-last-48-hours',
      areaState: null,
      handoffState: null,
      cover: null,
      certainty: null,
      legalStatus: null,
      sort: 'release',
      descending: false,
      page: 1,
    })
    const { cover } = board.persons.find(({ episodeId }) => episodeId === of.episodeId) ?? {}
    const { strip, depot } = await scene.as(harbourWorker).medication.byEpisode({ episodeId: of.episodeId })
    const hours = await scene.as(harbourWorker).outcome.firstHours({ episodeId: of.episodeId })
    return [
      cover?.kind,
      strip.find(({ day }) => day === '2026-03-26')?.state,
      hours.dose?.state,
      depot?.kind === 'injected' && depot.status,
    ]
  }
  expect(await told()).toEqual(['gap', 'uncovered', 'none', 'review'])

  const window = { notBeforeDay: 5, dueDay: 7, windowEndsDay: 30, reviewFromDay: 31 }
  const { ruleSetVersionId } = await scene.as(administrator).ruleSet.propose({
    requestId: newId(),
    seenVersion: 0,
    scope: { country: null, serviceId: scene.services.harbour },
    rules: {
      kind: 'depot-windows',
      body: {
        products: {
          'buprenorphine-weekly-depot': window,
          'buprenorphine-monthly-depot': window,
          'buprenorphine-26-day-depot': window,
        },
      },
    },
    ownWords: 'As our prescribers have it.',
    source: 'Harbour depot protocol',
    edition: null,
    reviewBy: getPlainDate('2027-03-01'),
  })
  expect(await told(), 'a proposal changes nothing').toEqual(['gap', 'uncovered', 'none', 'review'])
  const approver = { ...harbourWorker, grants: ['approver'] }
  await scene.as(approver).ruleSet.approve({ ruleSetVersionId, seenVersion: 0, requestId: newId() })
  expect(await told()).toEqual(['covered', 'covered', 'covered', 'late-in-window'])
})
