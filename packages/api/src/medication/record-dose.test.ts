import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { dose, refusal, treatedCase } from '../../testing/treated-case.ts'

// The story starts on Thursday 26 March 2026, 09:00; the person leaves on Thursday 2 April; Good Friday is the day after.
let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await scene.owner.query(
    `insert into public_holiday (country, region, day, name) values ('GB', '', '2026-04-03', 'Good Friday'), ('GB', '', '2026-04-06', 'Easter Monday')`,
  )
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(new Date('2026-03-26T09:00:00Z')))

const nurse = () => scene.as(scene.people.northgateNurse)
const worker = () => scene.as(scene.people.harbourWorker)

describe('dose cover around Easter', () => {
  it('says four closed days when the last dose inside is on Thursday and the place opens on Tuesday', async () => {
    const one = await treatedCase(scene)
    await scene.setClock(new Date('2026-04-02T10:00:00Z'))
    await nurse().medication.recordDose(
      dose(one, { forDay: day('2026-04-02'), givenAt: new Date('2026-04-02T07:00:00Z') }),
    )
    await scene.owner.query(
      `insert into appointment (id, episode_id, area, service_id, at, recorded_at, recorded_by)
       values ($1, $2, 'omt', $3, '2026-04-07T10:00:00Z', app.now(), $4)`,
      [newId(), one.of.episodeId, scene.services.harbour, scene.people.northgateNurse.accountId],
    )
    const view = await nurse().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(view.strip).toHaveLength(22)
    expect(view.sentence).toMatchObject({
      kind: 'gap',
      coveredTo: '2026-04-02',
      days: ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06'],
      coveredAgainFrom: '2026-04-07',
      nextAppointment: '2026-04-07',
    })
    expect(view.dosingPoint).toMatchObject({ name: 'Harbour Recovery', today: { kind: 'open' } })
  })

  it('covers the same days with take-home doses', async () => {
    const one = await treatedCase(scene)
    await scene.setClock(new Date('2026-04-02T10:00:00Z'))
    await nurse().medication.recordDose(
      dose(one, { forDay: day('2026-04-02'), givenAt: new Date('2026-04-02T07:00:00Z') }),
    )
    await nurse().medication.recordDose(
      dose(one, {
        seenVersion: 1,
        kind: 'take-home',
        outcome: 'issued',
        forDay: day('2026-04-03'),
        toDay: day('2026-04-06'),
      }),
    )
    const view = await nurse().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(view.strip.filter((each) => each.state === 'covered' && each.way === 'take-home')).toHaveLength(4)
    expect(view.sentence).toMatchObject({ kind: 'gap', coveredTo: '2026-04-06' })
  })

  it('is unknown, not covered and not zero, where nothing was ever recorded', async () => {
    const one = await treatedCase(scene, { releasedAt: new Date('2026-03-25T09:00:00Z') })
    const view = await nurse().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(view.lastDose).toBeNull()
    expect(view.daysWithout).toEqual({ kind: 'unknown', because: 'never-covered' })
    expect(view.strip.every((each) => each.state !== 'covered')).toBe(true)
  })
})

describe('which side of the gate records what', () => {
  it('marks what the prison records after the release as a late entry', async () => {
    const one = await treatedCase(scene, { releasedAt: new Date('2026-03-26T08:00:00Z') })
    const given = { forDay: day('2026-03-26'), givenAt: new Date('2026-03-26T07:00:00Z') }
    expect(await nurse().medication.recordDose(dose(one, given))).toMatchObject({ version: 1, lateEntry: true })
    const { entries } = await nurse().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(entries[0]).toMatchObject({ lateEntry: true, serviceName: 'HMP Northgate' })
  })

  it.each([
    ['the prison, of a dose given outside', 'nurse', '2026-03-26T08:30:00Z', 'dose.given-after-release'],
    ['the community, of a dose given inside', 'worker', '2026-03-26T07:00:00Z', 'dose.given-before-release'],
    ['anybody, of a dose to come', 'nurse', '2026-03-26T11:00:00Z', 'dose.in-the-future'],
  ] as const)('refuses %s', async (_who, who, at, code) => {
    const one = await treatedCase(scene, { releasedAt: new Date('2026-03-26T08:00:00Z') })
    await scene.aHandoff(one.of, { area: 'omt', status: 'accepted' })
    const press = dose(one, { forDay: day('2026-03-26'), givenAt: new Date(at) })
    const caller = who === 'nurse' ? nurse() : worker()
    await expect(caller.medication.recordDose(press)).rejects.toMatchObject(refusal(code))
  })

  it('takes the first dose outside from the service that accepted, and finishes its item', async () => {
    const one = await treatedCase(scene, { releasedAt: new Date('2026-03-26T08:00:00Z') })
    await scene.anItem(one.of, { area: 'omt', code: 'omt-first-dose' })
    await scene.aHandoff(one.of, { area: 'omt', status: 'accepted' })
    await worker().medication.recordDose(
      dose(one, { forDay: day('2026-03-26'), givenAt: new Date('2026-03-26T08:50:00Z') }),
    )
    const { rows } = await scene.owner.query('select status from checklist_item where episode_id = $1', [
      one.of.episodeId,
    ])
    expect(rows).toEqual([{ status: 'done' }])
    const { lastDose, lateEntry } = {
      ...(await nurse().medication.byEpisode({ episodeId: one.of.episodeId })),
      lateEntry: false,
    }
    expect(lastDose).toMatchObject({ serviceName: 'Harbour Recovery', forDay: '2026-03-26', lateEntry })
  })

  it('does not take one from a service that was only asked, and knows nothing of the case for one that was not', async () => {
    const one = await treatedCase(scene, { releasedAt: new Date('2026-03-26T08:00:00Z') })
    await scene.aHandoff(one.of, { area: 'omt', status: 'sent' })
    const press = dose(one, { forDay: day('2026-03-26'), givenAt: new Date('2026-03-26T08:50:00Z') })
    await expect(worker().medication.recordDose(press)).rejects.toMatchObject({ cause: { code: 'not-allowed' } })
    await expect(scene.as(scene.people.riversideWorker).medication.recordDose(press)).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
  })

  it('refuses a take-home depot', async () => {
    const one = await treatedCase(scene, { medicine: 'buprenorphine-monthly-depot', rhythm: 'depot' })
    const press = dose(one, { kind: 'take-home', outcome: 'issued', forDay: day('2026-03-26') })
    await expect(nurse().medication.recordDose(press)).rejects.toMatchObject(refusal('dose.not-of-medicine'))
  })
})

describe('corrections', () => {
  it('adds an entry, keeps the first, and says "not taken" without a reason', async () => {
    const one = await treatedCase(scene)
    await nurse().medication.recordDose(
      dose(one, { kind: 'take-home', outcome: 'issued', forDay: day('2026-03-26'), toDay: day('2026-03-28') }),
    )
    const { entries } = await nurse().medication.byEpisode({ episodeId: one.of.episodeId })
    const { treatmentId: _none, ...correction } = dose(one, {
      seenVersion: 1,
      kind: 'take-home',
      outcome: 'not-taken',
      forDay: day('2026-03-27'),
    })
    await nurse().medication.correctDose({ ...correction, doseId: entries[0]?.id as string })

    const after = await nurse().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(after.entries).toHaveLength(2)
    expect(after.entries[1]).toMatchObject({ isReplaced: false, notTaken: [{ from: '2026-03-27', to: '2026-03-27' }] })
  })

  it('takes back what was entered in error: strip, alert, figure of days and SQL are as if nobody had', async () => {
    const one = await treatedCase(scene, { releasedAt: new Date('2026-03-23T08:00:00Z') })
    await scene.aHandoff(one.of, { area: 'omt', status: 'accepted' })
    await scene.aDose(one.of, { treatmentId: one.treatmentId, givenAt: new Date('2026-03-23T07:00:00Z') })
    const said = async () => {
      const page = await worker().medication.byEpisode({ episodeId: one.of.episodeId })
      const { rows } = await scene.owner.query(
        `select state || ' ' || because as word, (select days from app.days_without_dose(array[$1::uuid], app.now())) as days
         from app.cover_of(array[$1::uuid], '2026-03-25', '2026-03-25', app.now())`,
        [one.of.episodeId],
      )
      const state = page.strip.find(({ day: on }) => on === '2026-03-25')
      const alert = page.alerts.find(({ endedAt }) => endedAt === null)
      return {
        state,
        daysWithout: page.daysWithout,
        alert: alert?.state ?? null,
        sql: rows,
        lastDose: page.lastDose?.forDay,
      }
    }
    const before = await said()
    const { doseId } = await worker().medication.recordDose(dose(one, { forDay: day('2026-03-25') }))
    expect((await said()).sql).toMatchObject([{ word: 'covered supervised' }])

    const { treatmentId: _none, ...correction } = dose(one, { seenVersion: 1, forDay: day('2026-03-25') })
    const error = { ...correction, outcome: 'entered-in-error', reason: 'the wrong person', doseId } as const
    await expect(
      worker().medication.correctDose({ ...error, forDay: day('2026-03-24'), toDay: day('2026-03-24') }),
    ).rejects.toMatchObject(refusal('dose.not-what-was-entered'))
    await worker().medication.correctDose({ ...error, requestId: newId() })
    const after = await said()
    expect(after).toMatchObject({ state: { state: 'uncovered' }, lastDose: '2026-03-23', daysWithout: { days: 2 } })
    expect(after.sql).toEqual([{ word: 'uncovered no-dose-recorded', days: 2 }])
    expect({ ...after, alert: null }).toEqual({ ...before, alert: null })
    expect(after.alert).not.toBeNull()
    const { entries } = await worker().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(entries.map(({ outcome, isReplaced }) => `${outcome} ${isReplaced}`)).toEqual([
      'entered-in-error false',
      'given true',
      'given false',
    ])
  })

  it('is refused to another service, and a replaced entry is history', async () => {
    const one = await treatedCase(scene, { releasedAt: new Date('2026-03-26T08:00:00Z') })
    await scene.aHandoff(one.of, { area: 'omt', status: 'accepted' })
    await nurse().medication.recordDose(dose(one, { forDay: day('2026-03-25') }))
    const { entries } = await nurse().medication.byEpisode({ episodeId: one.of.episodeId })
    const doseId = entries[0]?.id as string
    const { treatmentId: _none, ...correction } = dose(one, {
      seenVersion: 1,
      outcome: 'declined',
      forDay: day('2026-03-25'),
      reason: 'typed on the wrong line',
    })
    await expect(worker().medication.correctDose({ ...correction, doseId })).rejects.toMatchObject(
      refusal('dose.recorded-by-another-service'),
    )
    await nurse().medication.correctDose({ ...correction, requestId: newId(), doseId })
    await expect(
      nurse().medication.correctDose({ ...correction, requestId: newId(), seenVersion: 2, doseId }),
    ).rejects.toMatchObject(refusal('dose.already-corrected'))
  })
})

describe('a second dose by one service (rule DOSE-32)', () => {
  const TODAY = day('2026-03-26')

  it('a bag for the day of a supervised dose is asked about, recorded when it is meant, and no call to anybody', async () => {
    const one = await treatedCase(scene)
    await nurse().medication.recordDose(dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T08:00:00Z') }))
    const bag = dose(one, {
      kind: 'take-home',
      outcome: 'issued',
      forDay: TODAY,
      toDay: day('2026-03-27'),
      seenVersion: 1,
    })
    await expect(nurse().medication.recordDose(bag)).rejects.toMatchObject({
      cause: { code: 'refused', details: { refusal: 'dose.covered-already', day: TODAY, way: 'supervised' } },
    })
    const entries = async () => (await nurse().medication.byEpisode({ episodeId: one.of.episodeId })).entries
    expect(await entries()).toHaveLength(1)
    const meant = { ...bag, requestId: newId(), isSecondMeant: true }
    expect(await nurse().medication.recordDose(meant)).toMatchObject({ version: 2, doubleDose: null })
    expect(await entries()).toHaveLength(2)
  })

  it('so is a daily dose on top of an injection of its own that holds', async () => {
    const one = await treatedCase(scene, { medicine: 'buprenorphine-weekly-depot', rhythm: 'depot' })
    await nurse().medication.recordDose(
      dose(one, {
        kind: 'depot',
        forDay: day('2026-03-24'),
        givenAt: new Date('2026-03-24T08:00:00Z'),
        product: 'lot 7',
      }),
    )
    const daily = newId()
    await scene.owner.query(`update medication_treatment set ended_on = '2026-03-25' where id = $1`, [one.treatmentId])
    await scene.owner.query(
      `insert into medication_treatment (id, episode_id, medicine, prescribed_text, rhythm, titration, started_on)
       values ($1, $2, 'methadone', 'as written', 'daily', 'no', '2026-03-26')`,
      [daily, one.of.episodeId],
    )
    const press = dose({ ...one, treatmentId: daily }, { forDay: TODAY, givenAt: new Date('2026-03-26T08:00:00Z') })
    await expect(nurse().medication.recordDose(press)).rejects.toMatchObject({
      cause: { details: { refusal: 'dose.covered-already', way: 'depot' } },
    })
  })

  it('so is a correction that moves a dose to a day that has one, and not one that stays on its own', async () => {
    const one = await treatedCase(scene)
    const yesterday = day('2026-03-25')
    await nurse().medication.recordDose(dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T08:00:00Z') }))
    const first = await nurse().medication.recordDose(
      dose(one, { forDay: yesterday, givenAt: new Date('2026-03-25T08:00:00Z'), seenVersion: 1 }),
    )
    const { treatmentId: _none, ...said } = dose(one, { forDay: TODAY, reason: 'the wrong day', seenVersion: 2 })
    await expect(
      nurse().medication.correctDose({ ...said, doseId: first.doseId, givenAt: new Date('2026-03-26T07:00:00Z') }),
    ).rejects.toMatchObject(refusal('dose.covered-already'))
    const here = { ...said, requestId: newId(), doseId: first.doseId, forDay: yesterday, toDay: yesterday, parts: 2 }
    await expect(
      nurse().medication.correctDose({ ...here, outcome: 'part-dose', givenAt: new Date('2026-03-25T09:00:00Z') }),
    ).resolves.toMatchObject({ version: 3 })
  })
})
