import { newId } from '@throughcare/db/uuid'
import type { ClockTime } from '@throughcare/domain/calendar/zone'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { type TreatedCase, treatedCase } from '../../testing/treated-case.ts'

// Thursday 26 March 2026 at half past eight in the evening: Harbour has closed. Out since Tuesday, dosed there yesterday.
const EVENING = new Date('2026-03-26T20:30:00Z')
const AGREED = '21:00' as ClockTime

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(EVENING))

const worker = () => scene.as(scene.people.harbourWorker)
const pharmacist = () => scene.as(scene.people.millLaneWorker)
const nurse = () => scene.as(scene.people.northgateNurse)

async function dosedYesterday(): Promise<TreatedCase> {
  const one = await treatedCase(scene, { releasedAt: new Date('2026-03-24T09:00:00Z') })
  await scene.aHandoff(one.of, { area: 'omt', status: 'accepted' })
  await scene.aDose(one.of, { treatmentId: one.treatmentId, givenAt: new Date('2026-03-25T10:00:00Z') })
  return one
}

const agreement = ({ of }: TreatedCase, said: { until?: ClockTime | null; seenVersion?: number } = {}) => ({
  episodeId: of.episodeId,
  dosingServiceId: scene.services.harbour,
  requestId: newId(),
  seenVersion: 0,
  until: AGREED,
  ...said,
})
const viewOf = ({ of }: TreatedCase) => worker().medication.byEpisode({ episodeId: of.episodeId })
const listedOf = async ({ of }: TreatedCase) =>
  (await worker().doseList.today()).rows.find(({ episodeId }) => episodeId === of.episodeId)?.daysWithout
const inSql = async ({ of }: TreatedCase) => {
  const { rows } = await scene.owner.query('select days, today from app.days_without_dose(array[$1::uuid], $2)', [
    of.episodeId,
    (await viewOf({ of } as TreatedCase)).now,
  ])
  return rows
}

describe('a late arrival that was agreed is not late (rule DOSE-5)', () => {
  it('today counts as a day without only after the agreed time: on the page, on the list and in SQL', async () => {
    const one = await dosedYesterday()
    expect((await viewOf(one)).daysWithout).toMatchObject({ days: 1, today: 'without' })
    expect(await listedOf(one)).toMatchObject({ days: 1, today: 'without' })
    expect(await inSql(one)).toEqual([{ days: 1, today: 'without' }])

    await worker().medication.agreeLateness(agreement(one))
    expect(await viewOf(one)).toMatchObject({
      daysWithout: { days: 0, today: 'due' },
      agreedLateness: { until: '21:00', version: 1 },
      may: { agreeLateness: true },
    })
    expect(await listedOf(one)).toMatchObject({ days: 0, today: 'due' })
    expect(await inSql(one)).toEqual([{ days: 0, today: 'due' }])

    await scene.setClock(new Date('2026-03-26T21:00:00Z'))
    expect((await viewOf(one)).daysWithout).toMatchObject({ days: 1, today: 'without' })
    expect(await inSql(one)).toEqual([{ days: 1, today: 'without' }])
  })

  it('is not taken back where nothing is agreed, so that nobody reads that something was', async () => {
    const one = await dosedYesterday()
    const nothing = { code: 'invalid-input', fields: [{ path: 'until', fault: 'treatment.until.nothing-agreed' }] }
    const taking = (seenVersion: number) =>
      worker().medication.agreeLateness(agreement(one, { until: null, seenVersion }))
    await expect(taking(0)).rejects.toMatchObject({ cause: nothing })
    await worker().medication.agreeLateness(agreement(one))
    await expect(taking(0)).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
    await taking(1)
    await expect(taking(2)).rejects.toMatchObject({ cause: nothing })
    expect(await viewOf(one)).toMatchObject({ agreedLateness: { until: null, version: 2 } })
  })

  it('is taken back over what was seen; every word about it stays', async () => {
    const one = await dosedYesterday()
    await worker().medication.agreeLateness(agreement(one))
    await worker().medication.agreeLateness(agreement(one, { until: null, seenVersion: 1 }))
    expect(await viewOf(one)).toMatchObject({
      daysWithout: { days: 1, today: 'without' },
      agreedLateness: { until: null, version: 2 },
    })
    const { rows } = await scene.owner.query(
      'select until, version, recorded_by is not null as is_signed from agreed_lateness where episode_id = $1 order by version',
      [one.of.episodeId],
    )
    expect(rows).toEqual([
      { until: '21:00', version: 1, is_signed: true },
      { until: null, version: 2, is_signed: true },
    ])
  })

  it('has one effect for the same press twice, and none from a stale page', async () => {
    const one = await dosedYesterday()
    const press = agreement(one)
    expect(await worker().medication.agreeLateness(press)).toEqual({ version: 1 })
    expect(await worker().medication.agreeLateness(press)).toEqual({ version: 1 })
    await expect(worker().medication.agreeLateness(agreement(one, { until: null }))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { until: '21:00', version: 1 } } },
    })
  })

  it('is said by the place that waits or by the prison, for that place alone', async () => {
    const one = await dosedYesterday()
    const elsewhere = { ...agreement(one), dosingServiceId: scene.services.millLane }
    await expect(worker().medication.agreeLateness(elsewhere)).rejects.toMatchObject({ cause: { code: 'not-allowed' } })
    await expect(pharmacist().medication.agreeLateness(agreement(one))).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
    await nurse().medication.agreeLateness(elsewhere)
    expect(await viewOf(one)).toMatchObject({ daysWithout: { days: 1, today: 'without' }, agreedLateness: null })
    await nurse().medication.agreeLateness(agreement(one))
    expect(await viewOf(one)).toMatchObject({ daysWithout: { days: 0, today: 'due' } })
  })

  it('is of a place that doses', async () => {
    const one = await dosedYesterday()
    await expect(
      nurse().medication.agreeLateness({ ...agreement(one), dosingServiceId: scene.services.haven }),
    ).rejects.toMatchObject({ cause: { code: 'invalid-input' } })
  })
})
