import { newId } from '@throughcare/db/uuid'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { CURRENT_RULE_SET } from '@throughcare/domain/checklist/rule-sets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const day = getPlainDate
const nurse = () => scene.as(scene.people.northgateNurse)
const said = (episodeId: string) => ({ episodeId, requestId: newId(), seenVersion: 0 })
const bags = (episodeId: string) => ({
  ...said(episodeId),
  belongingsId: null,
  inventory: 'Two bags, a guitar',
  place: 'Store of the hostel',
  phone: '0100 555 0101',
  keepUntil: day('2026-03-29'),
  fee: '5 a week',
  mayCollect: 'sister Eva',
  state: 'in-store' as const,
})
const place = (episodeId: string) => ({
  ...said(episodeId),
  span: 'first-night' as const,
  kind: 'hostel' as const,
  address: '3 Quay Street',
  confirmed: 'confirmed' as const,
  confirmedBy: 'Karl at Haven',
  peopleUsing: 'yes' as const,
  lockable: 'no' as const,
  keyFrom: null,
  way: null,
  fallback: null,
  fallbackPhone: null,
})
const kept = (episodeId: string) => ({
  ...said(episodeId),
  keptDateId: null,
  kind: 'housing-costs' as const,
  withWhom: 'City Benefits Office',
  until: day('2026-05-03'),
  letterSentOn: null,
  letterWords: null,
  state: 'running' as const,
})
const away = (episodeId: string) => ({
  ...said(episodeId),
  treatmentAwayId: null,
  place: 'A house by the sea',
  state: 'offered' as const,
  askedOn: null,
  admissionOn: day('2026-04-02'),
  together: 'together' as const,
  afterHome: null,
  afterActivity: null,
})

describe('what a person comes back to', () => {
  it('tells the day on which belongings go, and nothing once they are collected', async () => {
    const { episodeId } = await scene.aCase()
    const { id } = await nurse().belongings.record(bags(episodeId))
    const told = async () => (await nurse().circumstance.byEpisode({ episodeId })).belongings
    expect(await told()).toMatchObject([{ id, alert: 'within-3-days', daysLeft: 3, version: 1 }])
    const miss = async () => (await nurse().carePlan.byEpisode({ episodeId })).mustNotMiss
    expect(await miss()).toContainEqual({ code: 'belongings-go', count: 3, languages: [] })
    await nurse().belongings.record({ ...bags(episodeId), belongingsId: id, seenVersion: 1, state: 'collected' })
    expect(await told()).toMatchObject([{ id, alert: null, daysLeft: null, version: 2 }])
    expect((await miss()).map(({ code }) => code)).not.toContain('belongings-go')
  })

  it('asks for each span what is not known yet, and says a place again as a new version', async () => {
    const { episodeId } = await scene.aCase()
    const places = async () => (await nurse().circumstance.byEpisode({ episodeId })).places
    expect((await places())?.map(({ span, place }) => [span, place])).toEqual([
      ['first-night', null],
      ['first-week', null],
      ['first-month', null],
    ])
    await nurse().housing.recordPlace(place(episodeId))
    expect((await places())?.[0]?.prompts).toEqual(['no-key-time', 'no-way', 'ask-storage'])
    const again = { ...place(episodeId), seenVersion: 1, confirmed: 'asked' as const }
    await nurse().housing.recordPlace(again)
    // Whoever said yes then has not said yes to this.
    expect((await places())?.[0]?.place).toMatchObject({ version: 2, confirmed: 'asked', confirmedBy: null })
    await expect(nurse().housing.recordPlace({ ...again, requestId: newId() })).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { version: 2 } } },
    })
    const { letters } = await nurse().evidenceLetter.make({ episodeId, requestId: newId(), kinds: ['residence'] })
    expect(letters).toHaveLength(1)
  })

  it('puts a confirmed first night into the letter of residence, and an unconfirmed one not', async () => {
    const { episodeId } = await scene.aCase()
    const nightOf = async () => {
      await nurse().evidenceLetter.make({ episodeId, requestId: newId(), kinds: ['residence'] })
      const { letters } = await nurse().evidenceLetter.byEpisode({ episodeId })
      return letters[0]?.facts.find(({ fact }) => fact === 'first-night')?.value
    }
    await nurse().housing.recordPlace({ ...place(episodeId), confirmed: 'asked' })
    expect(await nightOf()).toBeNull()
    await nurse().housing.recordPlace({ ...place(episodeId), seenVersion: 1 })
    expect(await nightOf()).toBe('3 Quay Street, Karl at Haven')
  })

  it('proposes the longest day of the country’s rule, and marks it as the rule’s when it is taken', async () => {
    const { episodeId } = await scene.aCase({ admittedOn: '2025-11-03' })
    const told = () => nurse().circumstance.byEpisode({ episodeId })
    expect((await told()).byRule).toEqual([{ kind: 'housing-costs', until: '2026-05-03' }])
    const { id } = await nurse().keptDate.record(kept(episodeId))
    expect((await told()).keptDates).toMatchObject([{ id, area: 'benefits', untilSource: 'rule', daysLeft: 38 }])
    await nurse().keptDate.record({ ...kept(episodeId), keptDateId: id, seenVersion: 1, until: day('2026-04-05') })
    expect((await told()).keptDates).toMatchObject([{ untilSource: 'stated', alert: 'within-14-days' }])
    // What it is decides who reads it: that is not said anew.
    const moved = { ...kept(episodeId), keptDateId: id, seenVersion: 2, kind: 'job' as const }
    await expect(nurse().keptDate.record(moved)).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
  })

  it('a referral away lacks its home and activity afterwards, whoever goes together', async () => {
    const { episodeId } = await scene.aCase()
    const { id } = await nurse().treatmentAway.record(away(episodeId))
    const told = async () => (await nurse().circumstance.byEpisode({ episodeId })).away
    expect(await told()).toMatchObject([{ together: 'together', missing: ['after-home', 'after-activity'] }])
    const whole = {
      ...away(episodeId),
      treatmentAwayId: id,
      seenVersion: 1,
      afterHome: 'Flat',
      afterActivity: 'Course',
    }
    await nurse().treatmentAway.record(whole)
    expect(await told()).toMatchObject([{ missing: [] }])
  })

  it('finishes the items of the plan that it answers, in the same press', async () => {
    const { episodeId, planId } = await scene.aCase()
    await scene.owner.query('update care_plan set rule_set = $2 where id = $1', [planId, CURRENT_RULE_SET])
    const fact = { episodeId, requestId: newId(), seenVersion: null, state: 'known', value: 'yes' } as const
    await nurse().carePlan.recordFact({ ...fact, code: 'belongings-in-store' })
    const statusOf = async (code: string) =>
      (await nurse().carePlan.byEpisode({ episodeId })).items.find((item) => item.code === code)?.status
    expect(await statusOf('belongings-inventory')).toBe('open')
    const { id } = await nurse().belongings.record(bags(episodeId))
    expect([await statusOf('belongings-inventory'), await statusOf('belongings-collect')]).toEqual(['done', 'open'])
    await nurse().belongings.record({ ...bags(episodeId), belongingsId: id, seenVersion: 1, state: 'given-up' })
    expect(await statusOf('belongings-collect')).toBe('done')
  })

  it('is recorded once however often the press arrives', async () => {
    const { episodeId } = await scene.aCase()
    const press = bags(episodeId)
    await Promise.all([nurse().belongings.record(press), nurse().belongings.record(press)])
    expect((await nurse().circumstance.byEpisode({ episodeId })).belongings).toHaveLength(1)
  })

  it('is open by what it is: a housing service reads and keeps homes and things, and no treatment away', async () => {
    const one = await scene.aCase()
    const { episodeId } = one
    await nurse().treatmentAway.record(away(episodeId))
    await nurse().keptDate.record(kept(episodeId))
    await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
    const worker = scene.as(scene.people.havenWorker)
    const view = await worker.circumstance.byEpisode({ episodeId })
    expect(view).toMatchObject({ belongings: [], keptDates: [], away: null })
    expect(view.may).toEqual({ recordPlace: true, recordBelongings: true, keep: ['tenancy'], recordAway: false })
    await expect(worker.treatmentAway.record(away(episodeId))).rejects.toMatchObject({ cause: { code: 'not-allowed' } })
    await expect(worker.keptDate.record(kept(episodeId))).rejects.toMatchObject({ cause: { code: 'not-found' } })
    const stranger = scene.as(scene.people.riversideWorker)
    for (const press of [
      () => stranger.circumstance.byEpisode({ episodeId }),
      () => stranger.belongings.record(bags(episodeId)),
      () => stranger.housing.recordPlace(place(episodeId)),
      () => stranger.keptDate.record(kept(episodeId)),
    ])
      await expect(press()).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })
})
