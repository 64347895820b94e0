import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day, daysFromTo } from '@throughcare/domain/calendar/plain-date'
import type { DecideCoverInput } from '@throughcare/domain/cover-plan/decide-cover-input'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { followGaps } from '../gap/follow-gaps.ts'

// Thursday 26 March 2026: release on Thursday 2 April, Harbour shut from Good Friday to Easter Monday.
let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await scene.owner.query(`insert into public_holiday (country, region, day, name) values
    ('GB', '', '2026-04-03', 'Good Friday'), ('GB', '', '2026-04-06', 'Easter Monday') on conflict do nothing`)
  await scene.owner.query(
    `insert into service_hours (id, service_id, purpose, weekday, opens, closes) values ($1, $2, 'dosing', 6, '09:30', '12:00')`,
    [newId(), scene.services.millLane],
  )
})
afterAll(() => scene.close())

const EASTER = { from: day('2026-04-03'), to: day('2026-04-06') }
const nurse = () => scene.as(scene.people.northgateNurse)

/** Somebody with the Easter gap, and what the nurse agreed against it. */
async function planned(said: Partial<DecideCoverInput> = {}): Promise<{ of: StoryCase; planId: string }> {
  const of = await scene.aCase({ releaseDate: '2026-04-02', familyName: `Gap ${newId().slice(-6)}` })
  const { accountId } = scene.people.northgateNurse
  const treatmentId = await scene.aTreatment(of, { dosing: 'harbour' })
  await scene.owner.query(
    `update medication_treatment set regime_confirmed_on = '2026-03-26', regime_confirmed_by = $2 where id = $1`,
    [treatmentId, accountId],
  )
  await scene.owner.query(
    `insert into appointment (id, episode_id, area, service_id, at, status, recorded_at, recorded_by)
     values ($1, $2, 'omt', $3, '2026-04-07T09:00:00Z', 'booked', app.now(), $4)`,
    [newId(), of.episodeId, scene.services.harbour, accountId],
  )
  const { planId } = await nurse().coverPlan.decide({
    episodeId: of.episodeId,
    requestId: newId(),
    way: 'bridging-supply',
    seenPlan: null,
    seenGap: { ...EASTER, remainingDays: 0 },
    wayDays: daysFromTo(EASTER.from, EASTER.to),
    byServiceId: scene.services.northgate,
    byName: 'Dr Anne Weiss',
    byDay: day('2026-04-01'),
    ...said,
  })
  return { of, planId }
}

async function stands({ episodeId }: StoryCase) {
  const { plan, endedPlans, readiness } = await nurse().coverPlan.byEpisode({ episodeId })
  const { stalePlans } = await nurse().gap.board({})
  const told = stalePlans.find((each) => each.episodeId === episodeId)
  return {
    plan: plan && (plan.staleBecause ?? 'stands'),
    ended: endedPlans.map(({ endedBecause, endedBy }) => `${endedBecause} ${endedBy}`),
    ready: readiness.because,
    told: told ? `${told.because} ${told.isOwn ? 'own' : told.decidedBy}` : null,
  }
}

describe('a cover plan whose facts move (rule DOSE-30)', () => {
  it('keeps its days and says nothing while they stand', async () => {
    const { of } = await planned()
    await followGaps()
    expect(await stands(of)).toEqual({ plan: 'stands', ended: [], ready: 'way-closes-gap', told: null })
    const { plan } = await nurse().coverPlan.byEpisode({ episodeId: of.episodeId })
    expect(plan?.wayDays).toEqual(['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06'])
  })

  it('the release moves: it is told at once to whoever agreed it, on the case and on the board', async () => {
    const { of } = await planned()
    await nurse().release.changeDate({
      episodeId: of.episodeId,
      requestId: newId(),
      seenVersion: 0,
      releaseDate: day('2026-04-01'),
      certainty: 'confirmed',
      reason: 'the court moved it',
    })
    expect(await stands(of)).toEqual({
      plan: 'release-moved',
      ended: [],
      ready: 'plan-stale',
      told: 'release-moved own',
    })
    const { stalePlans } = await scene.as(scene.people.northgateSecondNurse).gap.board({})
    expect(stalePlans.find((each) => each.episodeId === of.episodeId)).toMatchObject({
      isOwn: false,
      decidedBy: 'Nora Lindqvist',
    })
  })

  it('a prescription that it counted on is withdrawn: told at once', async () => {
    const { of, planId } = await planned()
    const { prescriptionId } = await nurse().coverPlan.recordPrescription({
      episodeId: of.episodeId,
      requestId: newId(),
      from: day('2026-04-07'),
      to: day('2026-04-10'),
      collectedAtServiceId: scene.services.harbour,
      collectBy: null,
      prescribedText: 'as the prescriber wrote it',
    })
    expect((await stands(of)).plan).toBe('stands')
    // Agreed anew with the prescription on record, which the new plan stands on.
    await nurse().coverPlan.decide({
      episodeId: of.episodeId,
      requestId: newId(),
      way: 'bridging-supply',
      seenPlan: { id: planId, version: 0 },
      seenGap: { ...EASTER, remainingDays: 0 },
      wayDays: daysFromTo(EASTER.from, EASTER.to),
      byServiceId: scene.services.northgate,
      byName: 'Dr Anne Weiss',
      byDay: day('2026-04-01'),
    })
    await nurse().coverPlan.setPrescription({
      episodeId: of.episodeId,
      prescriptionId,
      requestId: newId(),
      seenVersion: 0,
      status: 'cancelled',
    })
    expect(await stands(of)).toMatchObject({ plan: 'prescription-withdrawn', ready: 'plan-stale' })
  })

  it('nobody presses on the case: the place that was to bridge says that it is shut, and the worker finds it', async () => {
    const { of } = await planned({
      way: 'other-dosing-point',
      wayDays: [day('2026-04-04')],
      byServiceId: scene.services.millLane,
      seenGap: { ...EASTER, remainingDays: 3 },
    })
    await followGaps()
    expect((await stands(of)).plan).toBe('stands')
    await scene.owner.query(
      `insert into service_day (id, service_id, day, purpose, version, said, intervals, told_by, told_how, recorded_at, recorded_by,
         recorded_service_id)
       values ($1, $2, '2026-04-04', 'dosing', 1, 'closed', '[]', 'the counter', 'phone', app.now(), $3, $2)`,
      [newId(), scene.services.millLane, scene.people.millLaneWorker.accountId],
    )
    await followGaps()
    expect(await stands(of)).toEqual({ plan: 'place-shut', ended: [], ready: 'plan-stale', told: 'place-shut own' })
    const before = await nurse().coverPlan.byEpisode({ episodeId: of.episodeId })
    await scene.owner.query(`update cover_gap set stale_at = app.now() where episode_id = $1`, [of.episodeId])
    await followGaps()
    expect((await nurse().coverPlan.byEpisode({ episodeId: of.episodeId })).plan).toEqual(before.plan)
  })

  it('another dosing point, and a gap that is gone: stale, then ended, by itself', async () => {
    const { of } = await planned()
    await scene.owner.query(`update medication_treatment set dosing_service_id = $2 where episode_id = $1`, [
      of.episodeId,
      scene.services.millLane,
    ])
    await followGaps()
    expect(await stands(of)).toMatchObject({ plan: 'place-changed', ready: 'plan-stale', told: 'place-changed own' })
    await scene.owner.query(`update medication_treatment set ended_on = '2026-04-02' where episode_id = $1`, [
      of.episodeId,
    ])
    await followGaps()
    const after = await stands(of)
    expect(after).toMatchObject({ plan: null, told: null })
    expect(after.ended).toEqual([expect.stringMatching(/^gap-closed /)])
  })

  it('tells nothing about a case to a service that has no part in it', async () => {
    const { stalePlans } = await scene.as(scene.people.eastfieldNurse).gap.board({})
    expect(stalePlans).toEqual([])
  })
})
