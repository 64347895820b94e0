import type { Actor } from '@throughcare/db/actor'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { sweepDoseAlerts } from './sweep-dose-alerts.ts'

// The story starts on Thursday 26 March 2026, 09:00; Good Friday is 3 April.
let scene: Scene
let approver: Actor
beforeAll(async () => {
  scene = await openScene()
  const { northgateNurse } = scene.people
  await scene.owner.query(`update membership set grants = '{approver}' where id = $1`, [northgateNurse.membershipId])
  approver = { ...northgateNurse, grants: ['approver'] }
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(new Date('2026-03-26T09:00:00Z')))

const at = (time: string) => scene.setClock(new Date(`${time}:00Z`))

/** Somebody who went out on Thursday 2 April, is dosed at a service and had a dose there that day. */
async function dosedOutside(medicine = 'methadone', dosing: 'harbour' | 'riverside' = 'harbour') {
  const of = await scene.aCase({ releaseDate: '2026-04-02', releasedAt: new Date('2026-04-02T08:00:00Z') })
  await scene.aHandoff(of, { status: 'accepted', to: dosing, worker: `${dosing}Worker` })
  const treatmentId = await scene.aTreatment(of, { medicine, dosing })
  await scene.aDose(of, { treatmentId, givenAt: new Date('2026-04-02T10:00:00Z'), at: dosing })
  return { of, treatmentId }
}

async function alertsOf({ episodeId }: StoryCase, who: Actor = scene.people.harbourWorker) {
  const { alerts } = await scene.as(who).medication.byEpisode({ episodeId })
  return alerts.map(
    ({ state, days, rules, endedBecause }) =>
      `${state} ${days} ${rules.id.split('@')[0]} ${rules.version} ${rules.standing === 'local-protocol' ? 'local' : 'shipped'} ${endedBecause ?? 'goes on'}`,
  )
}

function given({ of, treatmentId }: { of: StoryCase; treatmentId: string }, forDay: PlainDate, seenVersion = 0) {
  return scene.as(scene.people.harbourWorker).medication.recordDose({
    episodeId: of.episodeId,
    treatmentId,
    requestId: newId(),
    seenVersion,
    kind: 'supervised',
    outcome: 'given',
    forDay,
    toDay: forDay,
    givenAt: null,
    parts: 1,
    product: null,
    reason: null,
  })
}

describe('an alert arises without a press', () => {
  it('E08: a sweep that was away over Easter catches up once, with the days as they are', async () => {
    const { of } = await dosedOutside()
    await at('2026-04-07T09:00')
    await sweepDoseAlerts()
    const caughtUp = await alertsOf(of)
    expect(caughtUp).toEqual([expect.stringMatching(/^ring-prescriber 4 .* goes on$/)])
    await sweepDoseAlerts()
    expect(await alertsOf(of)).toEqual(caughtUp)
  })

  it('over Easter: watch, check in, the prescriber, and ends with the dose that covers again', async () => {
    const one = await dosedOutside()
    await at('2026-04-03T18:00')
    await sweepDoseAlerts()
    expect(await alertsOf(one.of)).toEqual(['watch 1 routing-by-days 1 shipped goes on'])

    await at('2026-04-06T07:00')
    await sweepDoseAlerts()
    await sweepDoseAlerts()
    expect(await alertsOf(one.of)).toEqual([
      'ring-prescriber 3 routing-by-days 1 shipped goes on',
      'watch 1 routing-by-days 1 shipped state-changed',
    ])
    await at('2026-04-07T07:00')
    await sweepDoseAlerts()
    expect(await alertsOf(one.of), 'another day in the band raises nothing').toHaveLength(2)

    await at('2026-04-07T10:00')
    await given(one, day('2026-04-07'))
    expect((await alertsOf(one.of))[0]).toBe('ring-prescriber 3 routing-by-days 1 shipped covered')
    expect(await alertsOf(one.of)).toHaveLength(2)
  })

  it('whose last dose nobody knows is rung about at once, and a case with nothing to ring about is left alone', async () => {
    const of = await scene.aCase({ releaseDate: '2026-04-20' })
    await scene.aTreatment(of)
    const other = await scene.aCase()
    await sweepDoseAlerts()
    expect(await alertsOf(of, scene.people.northgateNurse)).toEqual([
      'ring-prescriber null routing-by-days 1 shipped goes on',
    ])
    const { rows } = await scene.owner.query('select 1 from dose_alert where episode_id = $1', [other.episodeId])
    expect(rows).toEqual([])
  })

  it('a depot is rung about by its status', async () => {
    const one = await dosedOutside('buprenorphine-weekly-depot')
    await scene.owner.query(`update medication_treatment set rhythm = 'depot' where id = $1`, [one.treatmentId])
    await scene.owner.query(
      `insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, recorded_at, recorded_by, service_id)
       values ($1, $2, $3, 'depot', 'given', '2026-04-01', '2026-04-01', app.now(), $4, $5)`,
      [newId(), one.treatmentId, one.of.episodeId, scene.people.harbourWorker.accountId, scene.services.harbour],
    )
    await at('2026-04-09T07:00')
    await sweepDoseAlerts()
    expect(await alertsOf(one.of)).toEqual(['check-in null depot-windows 1 shipped goes on'])
  })

  it('nothing is raised about somebody who died, and what went on ends', async () => {
    const one = await dosedOutside()
    await at('2026-04-04T07:00')
    await sweepDoseAlerts()
    await scene.owner.query(
      `insert into outcome (id, episode_id, category, kind, at, recorded_at, recorded_by, service_id)
       values ($1, $2, 'release', 'died', app.now(), app.now(), $3, $4)`,
      [newId(), one.of.episodeId, scene.people.harbourWorker.accountId, scene.services.harbour],
    )
    await sweepDoseAlerts()
    expect(await alertsOf(one.of)).toEqual(['check-in 2 routing-by-days 1 shipped died'])
    await at('2026-04-09T07:00')
    await sweepDoseAlerts()
    expect(await alertsOf(one.of)).toHaveLength(1)
  })
})

it('who is back inside is another episode’s: the alert ends with the press that says so', async () => {
  const one = await dosedOutside()
  await at('2026-04-04T07:00')
  await sweepDoseAlerts()
  await scene.as(scene.people.harbourWorker).outcome.record({
    episodeId: one.of.episodeId,
    requestId: newId(),
    at: new Date('2026-04-04T06:00:00Z'),
    kind: 'back-in-custody',
  })
  expect(await alertsOf(one.of)).toEqual(['check-in 2 routing-by-days 1 shipped back-in-custody'])
})

// Riverside alone has rules of its own: they stay, and the clock of the other stories goes back to about when they were approved.
describe('the version of the rules', () => {
  it('an alert keeps the version that raised it after another was approved; the next one has the new version', async () => {
    const one = await dosedOutside('methadone', 'riverside')
    const alerts = () => alertsOf(one.of, scene.people.riversideWorker)
    await at('2026-04-04T07:00')
    await sweepDoseAlerts()
    expect(await alerts()).toEqual(['check-in 2 routing-by-days 1 shipped goes on'])

    const { ruleSetVersionId } = await scene.as(scene.people.administrator).ruleSet.propose({
      requestId: newId(),
      seenVersion: 0,
      scope: { country: null, serviceId: scene.services.riverside },
      rules: {
        kind: 'routing-by-days',
        body: {
          bands: [
            { fromDays: 2, appliesTo: 'everyone', state: 'check-in' },
            { fromDays: 3, appliesTo: 'everyone', state: 'treat-as-new-start' },
          ],
        },
      },
      ownWords: 'From the third day: as somebody new.',
      source: 'Riverside dosing protocol',
      edition: null,
      reviewBy: day('2027-03-01'),
    })
    await scene.as(approver).ruleSet.approve({ ruleSetVersionId, seenVersion: 0, requestId: newId() })
    await sweepDoseAlerts()
    expect(await alerts()).toEqual(['check-in 2 routing-by-days 1 shipped goes on'])
    const page = await scene.as(scene.people.riversideWorker).medication.byEpisode({ episodeId: one.of.episodeId })
    expect(page.rules.routing).toMatchObject({
      version: 1,
      reach: 'service',
      approver: 'Nora Lindqvist',
      ownWords: 'From the third day: as somebody new.',
    })
    expect(page.rules.depot).toMatchObject({ id: 'depot-windows', approver: null })

    // Sunday, and Riverside is closed: the day counts at once.
    await at('2026-04-05T07:00')
    await sweepDoseAlerts()
    expect(await alerts()).toEqual([
      'treat-as-new-start 3 routing-by-days 1 local goes on',
      'check-in 2 routing-by-days 1 shipped state-changed',
    ])
  })
})

it('somebody else’s service raises, ends and reads nothing', async () => {
  const one = await dosedOutside()
  await at('2026-04-04T07:00')
  await sweepDoseAlerts()
  await expect(alertsOf(one.of, scene.people.riversideWorker)).rejects.toMatchObject({ cause: { code: 'not-found' } })
  const { rows } = await scene.owner.query(
    `select service_id, role from audit_entry where action = 'dose-alert.follow' and $1 = any (episode_ids) group by 1, 2`,
    [one.of.episodeId],
  )
  expect(rows).toEqual([{ service_id: scene.services.harbour, role: 'system' }])
})

/** Whether the next sweep looks at the case. */
async function isDue({ episodeId }: StoryCase): Promise<boolean | undefined> {
  const text = `select alert_look_at <= app.now() as due from cover_gap where episode_id = $1`
  return (await scene.owner.query<{ due: boolean }>(text, [episodeId])).rows[0]?.due
}

describe('nobody is looked at for whom nothing can have changed (rule ROUTE-9)', () => {
  const lookOf = async ({ episodeId }: StoryCase): Promise<string | undefined> => {
    const text = `select alert_look_at as at from cover_gap where episode_id = $1`
    return (await scene.owner.query<{ at: Date }>(text, [episodeId])).rows[0]?.at.toISOString()
  }

  it('the first instant in which time alone says something else is kept, and the sweep comes then and not before', async () => {
    await at('2026-04-02T12:00')
    const one = await dosedOutside()
    await sweepDoseAlerts()
    // Harbour doses on Friday until 16:30 by the clock of London.
    expect(await lookOf(one.of)).toBe('2026-04-03T15:30:00.000Z')
    await at('2026-04-03T15:29')
    expect(await isDue(one.of)).toBe(false)
    await at('2026-04-03T15:31')
    expect(await isDue(one.of)).toBe(true)
    await sweepDoseAlerts()
    expect(await alertsOf(one.of)).toEqual(['watch 1 routing-by-days 1 shipped goes on'])
    // On Saturday it is shut, so that the day counts from its first minute on.
    expect(await lookOf(one.of)).toBe('2026-04-03T23:00:00.000Z')
    expect(await sweepDoseAlerts()).toBe(0)
  })

  it('inside on a confirmed regime nobody is looked at for a week, unless something moves', async () => {
    const of = await scene.aCase({ releaseDate: '2026-06-30' })
    const treatmentId = await scene.aTreatment(of, { dosing: 'harbour' })
    await scene.owner.query(
      `update medication_treatment set regime_confirmed_on = '2026-03-26', regime_confirmed_by = $2 where id = $1`,
      [treatmentId, scene.people.northgateNurse.accountId],
    )
    await sweepDoseAlerts()
    expect(await lookOf(of)).toBe('2026-04-02T23:00:00.000Z')
    await scene.owner.query(
      `insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, recorded_at, recorded_by, service_id)
       values ($1, $2, $3, 'supervised', 'declined', '2026-03-26', '2026-03-26', app.now(), $4, $5)`,
      [newId(), treatmentId, of.episodeId, scene.people.northgateNurse.accountId, scene.services.northgate],
    )
    expect(await isDue(of)).toBe(true)
    await sweepDoseAlerts()
    expect(await isDue(of)).toBe(false)
  })

  it('two changes before anybody looked are one look, and a third after it is another', async () => {
    const one = await dosedOutside()
    const touch = () =>
      scene.owner.query(`update medication_treatment set version = version + 1 where id = $1`, [one.treatmentId])
    await sweepDoseAlerts()
    await touch()
    await touch()
    expect([await isDue(one.of), await sweepDoseAlerts(), await isDue(one.of)]).toEqual([true, 1, false])
    await touch()
    expect([await isDue(one.of), await sweepDoseAlerts()]).toEqual([true, 1])
  })
})

describe('deeds that move a person move the alert in the same transaction', () => {
  it('a recall ends it, by no sweep', async () => {
    await at('2026-04-04T07:00')
    const one = await dosedOutside()
    await sweepDoseAlerts()
    expect(await alertsOf(one.of)).toEqual(['check-in 2 routing-by-days 1 shipped goes on'])
    await scene.as(scene.people.northgateNurse).release.recall({
      episodeId: one.of.episodeId,
      requestId: newId(),
      seenVersion: 0,
      backOn: day('2026-04-04'),
    })
    expect(await alertsOf(one.of)).toEqual(['check-in 2 routing-by-days 1 shipped back-in-custody'])
  })

  it('a transfer is looked at by the prison that has the person now', async () => {
    const of = await scene.aCase({ releaseDate: '2026-04-20' })
    await scene.aTreatment(of)
    await sweepDoseAlerts()
    const nurse = scene.as(scene.people.northgateNurse)
    await nurse.release.transfer({
      episodeId: of.episodeId,
      requestId: newId(),
      seenVersion: 0,
      toPrisonId: scene.services.eastfield,
    })
    await sweepDoseAlerts()
    expect(await alertsOf(of, scene.people.eastfieldNurse)).toEqual([
      'ring-prescriber null routing-by-days 1 shipped goes on',
    ])
  })
})
