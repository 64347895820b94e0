import { asActor } from '@throughcare/db/as-actor'
import { newId } from '@throughcare/db/uuid'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { AnswerHoursInput } from '@throughcare/domain/hours-confirmation/answer-hours-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
/** Somebody who leaves on Thursday 2 April and is dosed at Mill Lane from Good Friday on. */
let episodeId: string

beforeAll(async () => {
  scene = await openScene()
  await scene.owner.query(
    `insert into public_holiday (country, region, day, name) values ('GB', '', '2026-04-03', 'Good Friday'), ('GB', '', '2026-04-06', 'Easter Monday')`,
  )
  episodeId = (await scene.aCase()).episodeId
  await scene.owner.query(
    `insert into medication_treatment (id, episode_id, medicine, prescribed_text, rhythm, rhythm_weekdays, titration, dosing_service_id)
     values ($1, $2, 'methadone', 'as written', 'daily', '{}', 'no', $3)`,
    [newId(), episodeId, scene.services.millLane],
  )
})
afterAll(() => scene.close())
beforeEach(async () => {
  await scene.owner.query('alter table service_day disable trigger user')
  await scene.owner.query('delete from service_day')
  await scene.owner.query('alter table service_day enable trigger user')
})

const GOOD_FRIDAY = getPlainDate('2026-04-03')
const answer = (more: object = {}) =>
  AnswerHoursInput.parse({
    serviceId: scene.services.millLane,
    requestId: newId(),
    seenVersion: null,
    day: GOOD_FRIDAY,
    purpose: 'dosing',
    said: 'open',
    intervals: [{ from: '10:00', to: '12:00' }],
    toldBy: 'Asha, pharmacist',
    toldHow: 'phone',
    ...more,
  })

describe('the list of dosing hours that are not confirmed', () => {
  it('counts the places and the people of one’s own cases', async () => {
    const list = await scene.as(scene.people.northgateNurse).hoursConfirmation.list()
    expect(list).toMatchObject({
      places: 1,
      people: 1,
      questions: [
        {
          day: '2026-04-03',
          holiday: 'Good Friday',
          place: { name: 'Mill Lane Pharmacy' },
          people: 1,
          version: null,
          ordinary: [{ from: '09:30', to: '16:30' }],
        },
      ],
    })
  })

  it('shows a prison that sends nobody there nothing', async () => {
    expect(await scene.as(scene.people.eastfieldNurse).hoursConfirmation.list()).toEqual({
      places: 0,
      people: 0,
      questions: [],
    })
  })

  it('shows a caseworker the place where they work, and counts only who was handed over', async () => {
    const list = await scene.as(scene.people.millLaneWorker).hoursConfirmation.list()
    expect(list.questions.map(({ place, people }) => [place.name, people])).toEqual([['Mill Lane Pharmacy', 0]])
    expect(list.people).toBe(0)
  })

  it('shows an administrator every place and no number of people', async () => {
    const list = await scene.as(scene.people.administrator).hoursConfirmation.list()
    expect(list.people).toBeNull()
    expect(list.questions.map(({ place, people }) => [place.name, people])).toEqual([
      ['Harbour Recovery', null],
      ['Mill Lane Pharmacy', null],
      ['Riverside Recovery', null],
    ])
  })

  it.each(['havenWorker', 'northgateManager', 'regionManager'] as const)('is not for %s', async (who) => {
    await expect(scene.as(scene.people[who]).hoursConfirmation.list()).rejects.toMatchObject({
      cause: { code: 'not-allowed' },
    })
  })

  it.each([
    ['inside until after the holiday', `update custody_episode set release_date = '2026-04-09' where id = $1`, 0],
    ['on remand, whom a court may free', `update custody_episode set legal_status = 'remand' where id = $1`, 1],
    ['whose treatment ends before', `update medication_treatment set ended_on = '2026-04-02' where episode_id = $1`, 0],
  ])('counts people %s', async (_what, sql, people) => {
    try {
      await scene.owner.query(sql, [episodeId])
      const list = await scene.as(scene.people.northgateNurse).hoursConfirmation.list()
      expect(list.people).toBe(people)
    } finally {
      await scene.owner.query(
        `update custody_episode set release_date = '2026-04-02', legal_status = 'sentenced' where id = $1`,
        [episodeId],
      )
      await scene.owner.query('update medication_treatment set ended_on = null where episode_id = $1', [episodeId])
    }
  })
})

describe('an answer', () => {
  it('holds for everybody: the question goes, and the strip of the person shows the day', async () => {
    const nurse = scene.as(scene.people.northgateNurse)
    const before = await nurse.medication.byEpisode({ episodeId })
    const dayOf = (view: typeof before) => JSON.stringify(view.strip.find(({ day }) => day === GOOD_FRIDAY))
    expect(dayOf(before)).toContain('holiday-not-confirmed')
    expect(await scene.as(scene.people.administrator).hoursConfirmation.answer(answer())).toEqual({ version: 0 })
    expect((await nurse.hoursConfirmation.list()).questions).toEqual([])
    expect(dayOf(await nurse.medication.byEpisode({ episodeId }))).not.toContain('holiday-not-confirmed')
  })

  it('that it is shut confirms that as well', async () => {
    const nurse = scene.as(scene.people.northgateNurse)
    await nurse.hoursConfirmation.answer(answer({ said: 'closed', intervals: [] }))
    expect((await nurse.hoursConfirmation.list()).questions).toEqual([])
    const view = await nurse.medication.byEpisode({ episodeId })
    expect(JSON.stringify(view.strip.find(({ day }) => day === GOOD_FRIDAY))).toContain('said-closed')
  })

  it('that is taken back is asked again, over its version', async () => {
    const nurse = scene.as(scene.people.northgateNurse)
    await nurse.hoursConfirmation.answer(answer())
    await nurse.hoursConfirmation.answer(answer({ seenVersion: 0, said: 'withdrawn', intervals: [] }))
    expect((await nurse.hoursConfirmation.list()).questions).toMatchObject([{ version: 1 }])
    expect(await nurse.hoursConfirmation.answer(answer({ seenVersion: 1 }))).toEqual({ version: 2 })
  })

  it('by the place itself carries the name of whoever works there', async () => {
    const own = answer({ toldBy: null, toldHow: 'themselves' })
    await scene.as(scene.people.millLaneWorker).hoursConfirmation.answer(own)
    const { rows } = await scene.owner.query('select told_by, told_how, recorded_service_id from service_day')
    expect(rows).toEqual([
      { told_by: 'Asha Pillai', told_how: 'themselves', recorded_service_id: scene.services.millLane },
    ])
  })

  it('pressed twice is one answer', async () => {
    const nurse = scene.as(scene.people.northgateNurse)
    const same = answer()
    expect(await nurse.hoursConfirmation.answer(same)).toEqual(await nurse.hoursConfirmation.answer(same))
    expect((await scene.owner.query('select 1 from service_day')).rowCount).toBe(1)
    await expect(nurse.hoursConfirmation.answer({ ...same, toldBy: 'Colin' })).rejects.toMatchObject({
      cause: { code: 'request-reused' },
    })
  })

  it('from an old page is refused with what stands now', async () => {
    await scene.as(scene.people.administrator).hoursConfirmation.answer(answer())
    await expect(
      scene.as(scene.people.northgateNurse).hoursConfirmation.answer(answer({ said: 'closed', intervals: [] })),
    ).rejects.toMatchObject({
      cause: {
        code: 'changed-meanwhile',
        details: {
          seen: { version: null },
          current: { version: 0, said: 'open', toldBy: 'Asha, pharmacist' },
          changedBy: 'Ada Holm',
        },
      },
    })
  })

  it('from two people at once is one answer and one refusal', async () => {
    const presses = ['northgateNurse', 'administrator'] as const
    const settled = await Promise.allSettled(
      presses.map((who) => scene.as(scene.people[who]).hoursConfirmation.answer(answer())),
    )
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await scene.owner.query('select 1 from service_day')).rowCount).toBe(1)
  })

  it('about another place is not for a caseworker, in the use case and in the database', async () => {
    const outsider = scene.people.harbourWorker
    await expect(scene.as(outsider).hoursConfirmation.answer(answer())).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
    await expect(
      asActor(
        outsider,
        ({ tx }) => tx.$executeRaw`
          insert into service_day (id, service_id, day, purpose, version, said, intervals, told_by, told_how, recorded_at, recorded_by, recorded_service_id)
          values (${newId()}::uuid, ${scene.services.millLane}::uuid, '2026-04-03', 'dosing', 1, 'closed', '[]', 'x', 'phone', app.now(),
            ${outsider.accountId}::uuid, ${outsider.serviceId}::uuid)`,
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it.each([
    ['a day that is over', { day: '2026-03-25' }, 'day', 'hours-confirmation.day.in-the-past'],
    ['a day nobody knows', { day: '2027-06-01' }, 'day', 'hours-confirmation.day.too-far'],
    [
      '"themselves" from elsewhere',
      { toldHow: 'themselves', toldBy: null },
      'toldHow',
      'hours-confirmation.toldHow.not-there',
    ],
  ])('about %s is refused at its field', async (_what, more, path, fault) => {
    await expect(scene.as(scene.people.northgateNurse).hoursConfirmation.answer(answer(more))).rejects.toMatchObject({
      cause: { code: 'invalid-input', fields: [{ path, fault }] },
    })
  })

  it('of a place that doses nobody is refused', async () => {
    await expect(
      scene.as(scene.people.administrator).hoursConfirmation.answer(answer({ serviceId: scene.services.haven })),
    ).rejects.toMatchObject({ cause: { code: 'refused', details: { refusal: 'hours-confirmation.doses-nobody' } } })
  })

  it.each([
    ['open without hours', { intervals: [] }, 'hours-confirmation.intervals.missing'],
    ['shut with hours', { said: 'closed' }, 'hours-confirmation.intervals.while-closed'],
    [
      'hours that meet twice',
      {
        intervals: [
          { from: '10:00', to: '12:00' },
          { from: '11:00', to: '13:00' },
        ],
      },
      'hours-confirmation.intervals.overlap',
    ],
    ['nobody who said so', { toldBy: null }, 'hours-confirmation.toldBy.missing'],
    ['a day that does not exist', { day: '2026-02-30' }, 'calendar.day.impossible'],
  ])('%s is no answer', (_what, more, fault) => {
    const read = AnswerHoursInput.safeParse({ ...answer(), ...more })
    expect(read.error?.issues.map(({ message }) => message)).toContain(fault)
  })
})
