import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import type { RecordPrescriptionInput } from '@throughcare/domain/cover-plan/record-prescription-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

// The story starts on Thursday 26 March 2026, 09:00; the person leaves on Thursday 2 April; Harbour is shut from Good Friday
// to Easter Monday, and the first appointment is on Tuesday 7 April.
let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  for (const [on, name] of [
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
  ])
    await scene.owner.query(
      `insert into public_holiday (country, region, day, name) values ('GB', '', $1, $2)
      on conflict do nothing`,
      [on, name],
    )
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(new Date('2026-03-26T09:00:00Z')))

const nurse = () => scene.as(scene.people.northgateNurse)
const refusal = (code: string) => ({ cause: { code: 'refused', details: { refusal: code } } })
const changed = (current: Record<string, unknown>) => ({ cause: { code: 'changed-meanwhile', details: { current } } })

async function easterCase(options: { releasedAt?: Date } = {}): Promise<StoryCase> {
  const of = await scene.aCase({ releaseDate: '2026-04-02', ...options })
  const treatmentId = await scene.aTreatment(of, { dosing: 'harbour' })
  await scene.owner.query(
    `update medication_treatment set regime_confirmed_on = '2026-03-26', regime_confirmed_by = $2 where id = $1`,
    [treatmentId, scene.people.northgateNurse.accountId],
  )
  await scene.owner.query(
    `insert into appointment (id, episode_id, area, service_id, at, status, recorded_at, recorded_by)
     values ($1, $2, 'omt', $3, '2026-04-07T09:00:00Z', 'booked', app.now(), $4)`,
    [newId(), of.episodeId, scene.services.harbour, scene.people.northgateNurse.accountId],
  )
  return of
}

function prescription({ episodeId }: StoryCase, said: Partial<RecordPrescriptionInput> = {}): RecordPrescriptionInput {
  return {
    episodeId,
    requestId: newId(),
    from: day('2026-04-03'),
    to: day('2026-04-10'),
    collectedAtServiceId: scene.services.harbour,
    collectBy: null,
    prescribedText: '  1 mg/ml, as the prescriber wrote it ',
    ...said,
  }
}

const coverOf = ({ episodeId }: StoryCase) => nurse().coverPlan.byEpisode({ episodeId })
const sentenceOf = async ({ episodeId }: StoryCase) => (await nurse().medication.byEpisode({ episodeId })).sentence

describe('the days around a release', () => {
  it('show the Easter gap with the facts of each day', async () => {
    const of = await easterCase()
    const { gap, days, readiness, releaseOn } = await coverOf(of)
    expect(releaseOn).toBe('2026-04-02')
    expect(gap).toEqual({ from: '2026-04-03', to: '2026-04-06', days: 4 })
    expect(readiness).toEqual({ kind: 'not-ready', because: 'no-plan' })
    expect(days.slice(1, 6).map(({ facts }) => facts?.dosing)).toEqual([
      'not-confirmed',
      'closed',
      'closed',
      'not-confirmed',
      'open',
    ])
  })
})

describe('days that rest on an appointment alone', () => {
  it('are told with what nobody said about them, until somebody says it', async () => {
    const of = await easterCase()
    const rests = async () => (await coverOf(of)).restsOnUnknown.map(({ from, to, unsaid }) => [from, to, unsaid])
    expect(await rests()).toEqual([
      ['2026-04-07', '2026-04-10', 'both'],
      ['2026-04-13', '2026-04-16', 'both'],
    ])
    await nurse().coverPlan.recordReach({
      episodeId: of.episodeId,
      requestId: newId(),
      seenVersion: 0,
      state: 'yes',
      fromDay: null,
    })
    expect((await rests()).map(([, , unsaid]) => unsaid)).toEqual(['prescription', 'prescription'])
    await nurse().coverPlan.recordPrescription(prescription(of, { from: day('2026-04-02'), to: day('2026-04-30') }))
    expect(await rests()).toEqual([])
  })
})

describe('a prescription', () => {
  it('is kept once, word for word, however often its press arrives', async () => {
    const of = await easterCase()
    const press = prescription(of)
    const first = await nurse().coverPlan.recordPrescription(press)
    expect(await nurse().coverPlan.recordPrescription(press)).toEqual(first)
    expect((await coverOf(of)).prescriptions).toMatchObject([
      {
        id: first.prescriptionId,
        prescribedText: '1 mg/ml, as the prescriber wrote it',
        status: 'written',
        collectedAt: { name: 'Harbour Recovery' },
        recordedBy: 'Nora Lindqvist',
      },
    ])
  })

  it('tells the facts of its days, and closes no door that is shut', async () => {
    const of = await easterCase()
    await nurse().coverPlan.recordPrescription(prescription(of))
    const { days, gap } = await coverOf(of)
    expect(days.find((each) => each.day === '2026-04-07')?.facts?.prescription).toBe('there')
    expect(gap).toMatchObject({ from: '2026-04-03', to: '2026-04-06' })
  })

  it('is one for a day: two would be two doses', async () => {
    const of = await easterCase()
    await nurse().coverPlan.recordPrescription(prescription(of))
    const other = prescription(of, { from: day('2026-04-10'), to: day('2026-04-20') })
    await expect(nurse().coverPlan.recordPrescription(other)).rejects.toMatchObject(
      refusal('cover-plan.prescription-overlaps'),
    )
  })

  it('lies where somebody doses', async () => {
    const of = await easterCase()
    await expect(
      nurse().coverPlan.recordPrescription(prescription(of, { collectedAtServiceId: scene.services.haven })),
    ).rejects.toMatchObject({
      cause: {
        code: 'invalid-input',
        fields: [{ path: 'collectedAtServiceId', fault: 'cover-plan.collectedAtServiceId.cannot-dose' }],
      },
    })
  })

  it('is collected or cancelled once, by whoever read how it stands', async () => {
    const of = await easterCase()
    const { prescriptionId } = await nurse().coverPlan.recordPrescription(prescription(of))
    const press = { episodeId: of.episodeId, prescriptionId, seenVersion: 0 }
    await nurse().coverPlan.setPrescription({ ...press, requestId: newId(), status: 'cancelled' })
    await expect(
      nurse().coverPlan.setPrescription({ ...press, requestId: newId(), status: 'collected' }),
    ).rejects.toMatchObject(changed({ status: 'cancelled', version: 1 }))
    await expect(
      nurse().coverPlan.setPrescription({ ...press, seenVersion: 1, requestId: newId(), status: 'collected' }),
    ).rejects.toMatchObject(refusal('cover-plan.prescription-settled'))
    // Nothing of it is left in the forecast.
    expect((await coverOf(of)).days.find((each) => each.day === '2026-04-07')?.facts?.prescription).toBe('unknown')
  })
})

describe('take-home doses planned for the gate', () => {
  it('close the gap in strip and sentence, and are no dose', async () => {
    const of = await easterCase()
    const press = {
      episodeId: of.episodeId,
      requestId: newId(),
      seenVersion: 0,
      days: { from: day('2026-04-03'), to: day('2026-04-06') },
    }
    expect(await nurse().coverPlan.recordSupply(press)).toEqual(await nurse().coverPlan.recordSupply(press))
    const { sentence, strip, entries } = await nurse().medication.byEpisode({ episodeId: of.episodeId })
    expect(strip.filter((each) => each.state === 'covered' && each.way === 'planned-supply').length).toBe(4)
    expect(sentence).toMatchObject({ coveredTo: '2026-04-10' })
    expect(entries).toEqual([])
  })

  it('are said over what was seen, and can be taken back', async () => {
    const of = await easterCase()
    const say = (seenVersion: number, days: { from: string; to: string } | null) =>
      nurse().coverPlan.recordSupply({
        episodeId: of.episodeId,
        requestId: newId(),
        seenVersion,
        days: days && { from: day(days.from), to: day(days.to) },
      })
    await say(0, { from: '2026-04-03', to: '2026-04-04' })
    await expect(say(0, { from: '2026-04-03', to: '2026-04-06' })).rejects.toMatchObject(
      changed({ supplyFrom: '2026-04-03', supplyTo: '2026-04-04', version: 1 }),
    )
    await say(1, null)
    expect((await coverOf(of)).supply).toMatchObject({ version: 2, days: null })
    expect(await sentenceOf(of)).toMatchObject({
      kind: 'gap',
      days: ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06'],
    })
  })

  it('are not planned for somebody who is out', async () => {
    const of = await easterCase({ releasedAt: new Date('2026-03-26T08:00:00Z') })
    await expect(
      nurse().coverPlan.recordSupply({
        episodeId: of.episodeId,
        requestId: newId(),
        seenVersion: 0,
        days: { from: day('2026-03-27'), to: day('2026-03-28') },
      }),
    ).rejects.toMatchObject({ cause: { code: expect.stringMatching(/refused|not-allowed/) } })
  })
})

describe('the way to the dosing point', () => {
  it('is said over what was seen, and "no" leaves days without cover', async () => {
    const of = await easterCase()
    const say = (seenVersion: number, state: 'yes' | 'no' | 'unknown') =>
      nurse().coverPlan.recordReach({ episodeId: of.episodeId, requestId: newId(), seenVersion, state, fromDay: null })
    await say(0, 'no')
    await expect(say(0, 'yes')).rejects.toMatchObject(changed({ state: 'no', version: 1 }))
    expect((await coverOf(of)).gap).toMatchObject({ from: '2026-04-03', to: '2026-04-16' })
    await say(1, 'yes')
    expect((await coverOf(of)).gap).toMatchObject({ to: '2026-04-06' })
  })
})

describe('who may', () => {
  it('nothing is there for a service without a part, nor for one without the category', async () => {
    const of = await easterCase()
    await scene.aHandoff(of, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
    for (const person of [scene.people.riversideWorker, scene.people.eastfieldNurse])
      await expect(scene.as(person).coverPlan.byEpisode({ episodeId: of.episodeId })).rejects.toMatchObject({
        cause: { code: 'not-found' },
      })
    await expect(
      scene.as(scene.people.havenWorker).coverPlan.byEpisode({ episodeId: of.episodeId }),
    ).rejects.toMatchObject({ cause: { code: 'not-allowed' } })
    await expect(
      scene.as(scene.people.riversideWorker).coverPlan.recordPrescription(prescription(of)),
    ).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })

  it('whoever is only offered the case reads and does not record', async () => {
    const of = await easterCase()
    await scene.aHandoff(of, { area: 'omt', to: 'harbour', status: 'sent' })
    const worker = scene.as(scene.people.harbourWorker)
    expect((await worker.coverPlan.byEpisode({ episodeId: of.episodeId })).may).toEqual({
      recordPrescription: false,
      recordSupply: false,
      recordReach: false,
      decide: false,
    })
    await expect(worker.coverPlan.recordPrescription(prescription(of))).rejects.toMatchObject({
      cause: { code: 'not-allowed' },
    })
  })

  it('the service that took the case records where it doses', async () => {
    const of = await easterCase()
    await scene.aHandoff(of, { area: 'omt', to: 'harbour', status: 'accepted' })
    await scene.as(scene.people.harbourWorker).coverPlan.recordPrescription(prescription(of))
    expect((await coverOf(of)).prescriptions).toMatchObject([{ recordedBy: 'Sam Osei' }])
  })
})
