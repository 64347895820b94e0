import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day, daysFromTo } from '@throughcare/domain/calendar/plain-date'
import type { DecideCoverInput } from '@throughcare/domain/cover-plan/decide-cover-input'
import { BoardInput } from '@throughcare/domain/release/board-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

// Thursday 26 March 2026: release on Thursday 2 April, Harbour shut from Good Friday to Easter Monday, expected on Tuesday.
let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await scene.owner.query(`insert into public_holiday (country, region, day, name) values
    ('GB', '', '2026-04-03', 'Good Friday'), ('GB', '', '2026-04-06', 'Easter Monday') on conflict do nothing`)
  // Mill Lane doses on Saturdays too.
  await scene.owner.query(
    `insert into service_hours (id, service_id, purpose, weekday, opens, closes) values ($1, $2, 'dosing', 6, '09:30', '12:00')`,
    [newId(), scene.services.millLane],
  )
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(new Date('2026-03-26T09:00:00Z')))

const EASTER = { from: day('2026-04-03'), to: day('2026-04-06') }
const nurse = () => scene.as(scene.people.northgateNurse)
const refusal = (code: string) => ({ cause: { code: 'refused', details: { refusal: code } } })

async function easterCase(): Promise<StoryCase> {
  const of = await scene.aCase({ releaseDate: '2026-04-02' })
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
  return of
}

function press({ episodeId }: StoryCase, said: Partial<DecideCoverInput> = {}): DecideCoverInput {
  return {
    episodeId,
    requestId: newId(),
    way: 'bridging-supply',
    seenPlan: null,
    seenGap: { ...EASTER, remainingDays: 0 },
    wayDays: daysFromTo(EASTER.from, EASTER.to),
    byServiceId: scene.services.northgate,
    byName: 'Dr Anne Weiss',
    byDay: day('2026-04-01'),
    ...said,
  }
}

const coverOf = ({ episodeId }: StoryCase) => nurse().coverPlan.byEpisode({ episodeId })

async function planOf(of: StoryCase) {
  const { plan } = await coverOf(of)
  if (!plan) throw new Error('no plan stands')
  return plan
}

describe('the ways to close the Easter gap', () => {
  it('are told in order, each with the days that stay', async () => {
    const { ways, servicesGap } = await coverOf(await easterCase())
    expect(ways.map(({ way, remainingGapDays, place }) => [way, remainingGapDays, place?.name ?? null])).toEqual([
      ['depot-before-release', 0, null],
      ['bridging-supply', 0, null],
      ['other-dosing-point', 3, 'Mill Lane Pharmacy'],
    ])
    // On the day of release itself the doors are open.
    expect(servicesGap).toMatchObject({ days: 0, unknown: [] })
  })

  it('name an earlier release where the law allows it and its questions are answered', async () => {
    await scene.owner.query(`update area set holiday_region = 'ENG'`)
    await scene.owner.query(`insert into public_holiday (country, region, day, name) values
      ('GB', 'ENG', '2026-04-03', 'Good Friday'), ('GB', 'ENG', '2026-04-06', 'Easter Monday') on conflict do nothing`)
    const of = await easterCase()
    const before = (await coverOf(of)).ways.map(({ way }) => way)
    await nurse().release.recordExclusions({
      episodeId: of.episodeId,
      requestId: newId(),
      seenVersion: null,
      hdc: 'no',
      indeterminate: 'no',
      paroleBoard: 'no',
      under28Days: 'no',
      reversion: null,
    })
    const after = (await coverOf(of)).ways.map(({ way }) => way)
    await scene.owner.query(`update area set holiday_region = ''`)
    expect(before).not.toContain('earlier-release')
    expect(after.slice(-1)).toEqual(['earlier-release'])
  })

  it('one that is taken makes the plan ready, once, however often its press arrives', async () => {
    const of = await easterCase()
    const one = press(of)
    const answer = await nurse().coverPlan.decide(one)
    expect(await nurse().coverPlan.decide(one)).toEqual(answer)
    const { plan, readiness, endedPlans } = await coverOf(of)
    expect(readiness).toEqual({ kind: 'ready', because: 'way-closes-gap' })
    expect(plan).toMatchObject({
      id: answer.planId,
      way: 'bridging-supply',
      gapFrom: '2026-04-03',
      gapTo: '2026-04-06',
      remainingGapDays: 0,
      byService: { name: 'HMP Northgate' },
      byName: 'Dr Anne Weiss',
      byDay: '2026-04-01',
      wayDays: ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06'],
      staleBecause: null,
      isOwn: true,
      decidedBy: 'Nora Lindqvist',
      signedOn: null,
    })
    expect(endedPlans).toEqual([])

    // The releases board says the same in its cover column.
    const { persons } = await nurse().release.board(BoardInput.parse({}))
    const row = persons.find((person) => person.episodeId === of.episodeId)
    expect(row?.cover).toMatchObject({ kind: 'gap', from: '2026-04-03', days: 4, agreed: readiness })
  })

  it('one that leaves days needs a prescriber for them', async () => {
    const of = await easterCase()
    const { millLane } = scene.services
    await nurse().coverPlan.decide(
      press(of, {
        way: 'other-dosing-point',
        wayDays: [day('2026-04-04')],
        byServiceId: millLane,
        seenGap: { ...EASTER, remainingDays: 3 },
      }),
    )
    expect((await coverOf(of)).readiness).toEqual({ kind: 'not-ready', because: 'gap-remains' })
    const plan = await planOf(of)
    const sign = { episodeId: of.episodeId, planId: plan.id, signedName: 'Dr Anne Weiss' }
    await expect(
      nurse().coverPlan.sign({ ...sign, requestId: newId(), seenVersion: 0, signedOn: day('2026-03-27') }),
    ).rejects.toMatchObject({ cause: { code: 'invalid-input', fields: [{ path: 'signedOn' }] } })
    const signing = { ...sign, requestId: newId(), seenVersion: 0, signedOn: day('2026-03-26') }
    expect(await nurse().coverPlan.sign(signing)).toEqual(await nurse().coverPlan.sign(signing))
    const { readiness, plan: signed } = await coverOf(of)
    expect(readiness).toEqual({ kind: 'ready', because: 'signed' })
    expect(signed).toMatchObject({ signedName: 'Dr Anne Weiss', signedOn: '2026-03-26', signedBy: 'Nora Lindqvist' })
    await expect(
      nurse().coverPlan.sign({ ...sign, requestId: newId(), seenVersion: 1, signedOn: day('2026-03-26') }),
    ).rejects.toMatchObject(refusal('cover-plan.already-signed'))
  })

  it('the gap of the page is not the gap of the record: nothing is decided', async () => {
    const of = await easterCase()
    await expect(
      nurse().coverPlan.decide(press(of, { seenGap: { ...EASTER, remainingDays: 2 } })),
    ).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { gapFrom: '2026-04-03', remainingGapDays: 0 } } },
    })
    await expect(
      nurse().coverPlan.decide(press(of, { seenGap: { from: EASTER.from, to: day('2026-04-05'), remainingDays: 0 } })),
    ).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
  })

  it('a plan that the page did not show is not written over; one that it showed is replaced and kept', async () => {
    const of = await easterCase()
    const { planId } = await nurse().coverPlan.decide(press(of))
    await expect(nurse().coverPlan.decide(press(of))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { planId } } },
    })
    await expect(nurse().coverPlan.decide(press(of, { seenPlan: { id: planId, version: 4 } }))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile' },
    })
    await nurse().coverPlan.decide(
      press(of, {
        way: 'depot-before-release',
        wayDays: [day('2026-04-01')],
        seenPlan: { id: planId, version: 0 },
        byName: 'Ward nurse',
      }),
    )
    const { plan, endedPlans } = await coverOf(of)
    expect(plan?.way).toBe('depot-before-release')
    expect(endedPlans).toMatchObject([{ id: planId, endedBecause: 'replaced', endedBy: 'Nora Lindqvist' }])
  })

  it('is not promised for later than its first day', async () => {
    const of = await easterCase()
    await expect(nurse().coverPlan.decide(press(of, { byDay: day('2026-04-04') }))).rejects.toMatchObject({
      cause: { code: 'invalid-input', fields: [{ path: 'byDay', fault: 'cover-plan.byDay.after-way' }] },
    })
    expect((await coverOf(of)).plan).toBeNull()
    await nurse().coverPlan.decide(press(of, { byDay: day('2026-04-03') }))
    expect((await coverOf(of)).plan).toMatchObject({ byDay: '2026-04-03' })
  })

  it('is not by a day that has passed, nor by nobody, nor in a way that is not open', async () => {
    const of = await easterCase()
    await expect(nurse().coverPlan.decide(press(of, { byDay: day('2026-03-25') }))).rejects.toMatchObject({
      cause: { code: 'invalid-input', fields: [{ path: 'byDay' }] },
    })
    await expect(nurse().coverPlan.decide(press(of, { byServiceId: newId() }))).rejects.toMatchObject({
      cause: { code: 'invalid-input', fields: [{ path: 'byServiceId' }] },
    })
    await expect(nurse().coverPlan.decide(press(of, { way: 'earlier-release' }))).rejects.toMatchObject(
      refusal('cover-plan.way-not-open'),
    )
  })
})

describe('the end of a cover plan', () => {
  it('comes by itself when what was agreed is recorded and no day is left', async () => {
    const of = await easterCase()
    const { planId } = await nurse().coverPlan.decide(press(of))
    // Every other day is covered: Harbour doses at weekends from here on, and supply bridges Easter.
    for (const weekday of [6, 7])
      await scene.owner.query(
        `insert into service_hours (id, service_id, purpose, weekday, opens, closes) values ($1, $2, 'dosing', $3, '09:30', '12:00')`,
        [newId(), scene.services.harbour, weekday],
      )
    const { isGapClosed } = await nurse().coverPlan.recordSupply({
      episodeId: of.episodeId,
      requestId: newId(),
      seenVersion: 0,
      days: EASTER,
    })
    const { plan, endedPlans, readiness, gap } = await coverOf(of)
    await scene.owner.query(`delete from service_hours where service_id = $1 and weekday in (6, 7)`, [
      scene.services.harbour,
    ])
    expect([isGapClosed, plan, gap]).toEqual([true, null, null])
    expect(readiness).toEqual({ kind: 'ready', because: 'no-gap' })
    expect(endedPlans).toMatchObject([{ id: planId, endedBecause: 'gap-closed' }])
  })

  it('is pressed over what was seen, and opens the gap again', async () => {
    const of = await easterCase()
    const { planId } = await nurse().coverPlan.decide(press(of))
    const withdraw = { episodeId: of.episodeId, planId, seenVersion: 0, requestId: newId() }
    await expect(nurse().coverPlan.withdraw({ ...withdraw, requestId: newId(), seenVersion: 1 })).rejects.toMatchObject(
      { cause: { code: 'changed-meanwhile' } },
    )
    expect(await nurse().coverPlan.withdraw(withdraw)).toEqual(await nurse().coverPlan.withdraw(withdraw))
    expect((await coverOf(of)).readiness).toEqual({ kind: 'not-ready', because: 'no-plan' })
    // A plan that has ended is signed no more.
    await expect(
      nurse().coverPlan.sign({
        episodeId: of.episodeId,
        planId,
        requestId: newId(),
        seenVersion: 1,
        signedName: 'Dr Anne Weiss',
        signedOn: day('2026-03-26'),
      }),
    ).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
  })
})

describe('who may decide', () => {
  it('nobody without a part, nobody who is only offered the case, and not who works on housing alone', async () => {
    const of = await easterCase()
    await scene.aHandoff(of, { area: 'omt', to: 'harbour', status: 'sent' })
    await scene.aHandoff(of, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
    const { riversideWorker, harbourWorker, havenWorker } = scene.people
    for (const [person, code] of [
      [riversideWorker, 'not-found'],
      [harbourWorker, 'not-allowed'],
      [havenWorker, 'not-allowed'],
    ] as const)
      await expect(scene.as(person).coverPlan.decide(press(of))).rejects.toMatchObject({ cause: { code } })
    expect((await coverOf(of)).plan).toBe(null)
  })
})
