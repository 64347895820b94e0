import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dosedCase, givenPress } from '../../testing/dosed-case.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { dose, refusal, type TreatedCase } from '../../testing/treated-case.ts'

// Thursday 26 March 2026, 09:00 in London. The person went out on Tuesday and is dosed by Harbour Recovery.
const TODAY = day('2026-03-26')

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(new Date('2026-03-26T09:00:00Z')))

const nurse = () => scene.as(scene.people.northgateNurse)
const worker = () => scene.as(scene.people.harbourWorker)
const pharmacist = () => scene.as(scene.people.millLaneWorker)

describe('two doses by two services on one day (rule DOSE-6)', () => {
  /** Harbour gives, and Mill Lane records one that it gave before it had read that. */
  async function doubled(): Promise<TreatedCase> {
    const one = await dosedCase(scene, { pharmacy: true })
    await worker().doseList.give(givenPress(one))
    const answer = await pharmacist().medication.recordDose(
      dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T08:55:00Z'), seenVersion: 1 }),
    )
    expect(answer.doubleDose).toEqual({
      days: [TODAY],
      kinds: ['two-services'],
      services: [{ name: 'Harbour Recovery', phone: '+44 20 7946 0000' }],
    })
    return one
  }

  it('tells whoever recorded the second one whom to ring; both entries stay and the day is covered once', async () => {
    const one = await doubled()
    const view = await nurse().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(view.entries.filter((entry) => entry.forDay === TODAY)).toHaveLength(2)
    expect(view.doubleDoses).toMatchObject([{ day: TODAY }])
    expect(view.daysWithout).toMatchObject({ days: 0, today: 'covered' })
  })

  it('stands before both services until somebody records that they rang, and then says who', async () => {
    const one = await doubled()
    const callOf = async (caller = worker()) => (await caller.doseList.calls({ episodeId: one.of.episodeId })).calls[0]
    for (const caller of [worker(), pharmacist(), nurse()])
      expect(await callOf(caller)).toMatchObject({
        day: TODAY,
        made: null,
        services: [{ name: 'Harbour Recovery' }, { name: 'Mill Lane Pharmacy' }],
      })
    const callId = (await callOf())?.id as string
    await worker().doseList.recordCall({ episodeId: one.of.episodeId, callId, requestId: newId() })
    expect(await callOf(pharmacist())).toMatchObject({ made: { by: 'Sam Osei', service: 'Harbour Recovery' } })
    await expect(
      pharmacist().doseList.recordCall({ episodeId: one.of.episodeId, callId, requestId: newId() }),
    ).rejects.toMatchObject({ cause: { code: 'changed-meanwhile', details: { changedBy: 'Sam Osei' } } })
  })

  it('is raised once, however often the day is looked at, and again for another day', async () => {
    const one = await doubled()
    await pharmacist().medication.recordDose(
      dose(one, {
        kind: 'take-home',
        outcome: 'issued',
        forDay: TODAY,
        toDay: day('2026-03-27'),
        seenVersion: 2,
        isSecondMeant: true,
      }),
    )
    const { rows } = await scene.owner.query('select day::text from double_dose_call where episode_id = $1', [
      one.of.episodeId,
    ])
    expect(rows).toEqual([{ day: '2026-03-26' }])
  })

  it('stops the quick press of the service that had not dosed', async () => {
    const one = await dosedCase(scene, { pharmacy: true })
    await pharmacist().medication.recordDose(dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T08:55:00Z') }))
    const { rows } = await worker().doseList.today()
    expect(rows.find((row) => row.episodeId === one.of.episodeId)).toMatchObject({
      quickBlock: 'other-service',
      entries: [{ serviceName: 'Mill Lane Pharmacy', servicePhone: '+44 20 7946 0000', isOurs: false }],
    })
    await expect(worker().doseList.give(givenPress(one, 1))).rejects.toMatchObject(refusal('dose-list.other-service'))
  })
})

describe('two doses of other kinds (rule DOSE-6)', () => {
  const callsOf = async (episodeId: string, caller = worker()) =>
    (await caller.doseList.calls({ episodeId })).calls.map(({ day: on, because, services }) => [
      on,
      because,
      ...services.map(({ name }) => name),
    ])

  it('a depot of one service that still holds, and a dose by another', async () => {
    const one = await dosedCase(scene, {
      medicine: 'buprenorphine-weekly-depot',
      rhythm: 'depot',
      lastDose: null,
      pharmacy: true,
    })
    await worker().medication.recordDose(
      dose(one, {
        kind: 'depot',
        forDay: day('2026-03-24'),
        givenAt: new Date('2026-03-24T11:00:00Z'),
        product: 'lot 7',
      }),
    )
    const daily = newId()
    await scene.owner.query(
      `update medication_treatment set started_on = '2026-03-20', ended_on = '2026-03-25' where id = $1`,
      [one.treatmentId],
    )
    await scene.owner.query(
      `insert into medication_treatment (id, episode_id, medicine, prescribed_text, rhythm, titration, started_on, dosing_service_id)
       values ($1, $2, 'methadone', 'as written', 'daily', 'no', '2026-03-26', $3)`,
      [daily, one.of.episodeId, scene.services.millLane],
    )
    const answer = await pharmacist().medication.recordDose(
      dose({ ...one, treatmentId: daily }, { forDay: TODAY, givenAt: new Date('2026-03-26T08:55:00Z') }),
    )
    expect(answer.doubleDose).toMatchObject({
      days: [TODAY],
      kinds: ['depot-and-daily'],
      services: [{ name: 'Harbour Recovery' }],
    })
    expect(await callsOf(one.of.episodeId)).toEqual([
      [TODAY, 'depot-and-daily', 'Harbour Recovery', 'Mill Lane Pharmacy'],
    ])
    expect((await nurse().medication.byEpisode({ episodeId: one.of.episodeId })).doubleDoses).toMatchObject([
      { day: TODAY, kind: 'depot-and-daily' },
    ])
  })

  it('take-home doses issued twice for one day by one service, and taken back: the call stays and says so', async () => {
    const one = await dosedCase(scene)
    const bag = (from: string, to: string, seenVersion: number, isSecondMeant = false) =>
      worker().medication.recordDose(
        dose(one, {
          isSecondMeant,
          kind: 'take-home',
          outcome: 'issued',
          forDay: day(from),
          toDay: day(to),
          givenAt: new Date('2026-03-26T08:50:00Z'),
          seenVersion,
        }),
      )
    expect((await bag('2026-03-27', '2026-03-28', 0)).doubleDose).toBeNull()
    await expect(bag('2026-03-28', '2026-03-29', 1)).rejects.toMatchObject({
      cause: { code: 'refused', details: { refusal: 'dose.covered-already', day: '2026-03-28', way: 'take-home' } },
    })
    const second = await bag('2026-03-28', '2026-03-29', 1, true)
    expect(second.doubleDose).toEqual({ days: ['2026-03-28'], kinds: ['issued-twice'], services: [] })
    expect(await callsOf(one.of.episodeId)).toEqual([['2026-03-28', 'issued-twice', 'Harbour Recovery']])
    const { treatmentId: _none, ...correction } = dose(one, {
      kind: 'take-home',
      outcome: 'entered-in-error',
      forDay: day('2026-03-28'),
      toDay: day('2026-03-29'),
      reason: 'typed twice',
      seenVersion: 2,
    } as never)
    await worker().medication.correctDose({ ...correction, doseId: second.doseId })
    expect((await nurse().medication.byEpisode({ episodeId: one.of.episodeId })).doubleDoses).toEqual([])
    expect((await worker().doseList.calls({ episodeId: one.of.episodeId })).calls).toMatchObject([
      { isTakenBack: true, made: null },
    ])
  })

  it.each([
    ['declined after all', { outcome: 'declined' }, true],
    ['given elsewhere', { outcome: 'given-elsewhere' }, true],
    ['of another day', { outcome: 'issued', forDay: day('2026-03-30'), toDay: day('2026-03-30') }, true],
    ['for one day more', { outcome: 'issued', toDay: day('2026-03-29'), isSecondMeant: true }, false],
  ] as const)(
    'the second entry corrected as %s: the call says so only where no second dose is left',
    async (_case, change, isTakenBack) => {
      const one = await dosedCase(scene)
      await worker().medication.recordDose(
        dose(one, {
          kind: 'take-home',
          outcome: 'issued',
          forDay: day('2026-03-28'),
          toDay: day('2026-03-28'),
          seenVersion: 0,
        }),
      )
      const second = await worker().medication.recordDose(
        dose(one, {
          isSecondMeant: true,
          kind: 'take-home',
          outcome: 'issued',
          forDay: day('2026-03-28'),
          toDay: day('2026-03-28'),
          seenVersion: 1,
        }),
      )
      const { treatmentId: _none, ...correction } = dose(one, {
        kind: 'take-home',
        forDay: day('2026-03-28'),
        toDay: day('2026-03-28'),
        reason: 'written down wrongly',
        seenVersion: 2,
        ...change,
      } as never)
      await worker().medication.correctDose({ ...correction, doseId: second.doseId })
      expect((await worker().doseList.calls({ episodeId: one.of.episodeId })).calls).toMatchObject([{ isTakenBack }])
    },
  )

  it('in two cases of one person: the call stands in both, and names no case of the other', async () => {
    const before = await dosedCase(scene, { familyName: 'Recalled' })
    // Back inside since yesterday, in a case of its own: that prison does not read the other one.
    const episodeId = newId()
    const of = { ...before.of, episodeId }
    await scene.owner.query(
      `insert into custody_episode (id, person_id, legal_status, admitted_on, release_country, release_certainty, created_by_service_id, created_at)
       values ($1, $2, 'recalled', '2026-03-25', 'GB', 'could-be-any-day', $3, app.now())`,
      [episodeId, before.of.personId, scene.services.eastfield],
    )
    await scene.owner.query(
      `insert into custody_stay (id, episode_id, prison_service_id, from_at) values ($1, $2, $3, '2026-03-25')`,
      [newId(), episodeId, scene.services.eastfield],
    )
    const again = { of, treatmentId: await scene.aTreatment(of, { dosing: 'harbour' }) }
    await worker().medication.recordDose(dose(before, { forDay: TODAY, givenAt: new Date('2026-03-26T08:30:00Z') }))
    const inside = scene.as(scene.people.eastfieldNurse)
    const answer = await inside.medication.recordDose(
      dose(again, { forDay: TODAY, givenAt: new Date('2026-03-26T08:40:00Z') }),
    )
    expect(answer.doubleDose).toEqual({
      days: [TODAY],
      kinds: ['two-episodes'],
      services: [{ name: 'Harbour Recovery', phone: '+44 20 7946 0000' }],
    })
    const both = [TODAY, 'two-episodes', 'HMP Eastfield', 'Harbour Recovery']
    expect(await callsOf(before.of.episodeId)).toEqual([both])
    expect(await callsOf(again.of.episodeId, inside)).toEqual([both])
    await expect(inside.medication.byEpisode({ episodeId: before.of.episodeId })).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })

    const { treatmentId: _none, ...correction } = dose(again, {
      outcome: 'entered-in-error',
      forDay: TODAY,
      reason: 'another person',
      seenVersion: 1,
    } as never)
    expect((await worker().doseList.calls({ episodeId: before.of.episodeId })).calls).toMatchObject([
      { isTakenBack: false },
    ])
    await inside.medication.correctDose({ ...correction, doseId: answer.doseId })
    for (const [who, episodeId] of [
      [worker(), before.of.episodeId],
      [inside, again.of.episodeId],
    ] as const)
      expect((await who.doseList.calls({ episodeId })).calls).toMatchObject([{ isTakenBack: true, made: null }])
  })
})
