import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { dose, refusal, type TreatedCase, treatedCase } from '../../testing/treated-case.ts'

// Practice F09: a dose by the wrong role, back-dated after the release, two different doses: refused or shown as a conflict,
// never averaged. The person goes out on Thursday 26 March 2026 at eight; it is nine.
const TODAY = day('2026-03-26')
const OUT = new Date('2026-03-26T08:00:00Z')

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(new Date('2026-03-26T09:00:00Z')))

const nurse = () => scene.as(scene.people.northgateNurse)
const worker = () => scene.as(scene.people.harbourWorker)

async function outCase(): Promise<TreatedCase> {
  const one = await treatedCase(scene, { releasedAt: OUT })
  await scene.aHandoff(one.of, { area: 'omt', status: 'accepted' })
  return one
}

const entriesOf = async ({ of }: TreatedCase) =>
  (await nurse().medication.byEpisode({ episodeId: of.episodeId })).entries

describe('F09: a dose by whoever may not record it', () => {
  it.each([
    ['a manager of the service', 'harbourManager', 'not-allowed'],
    ['a housing worker', 'havenWorker', 'not-allowed'],
    ['an administrator', 'administrator', 'not-allowed'],
    ['a service without a part', 'riversideWorker', 'not-found'],
    ['another prison', 'eastfieldNurse', 'not-found'],
  ] as const)('%s is refused, and nothing is recorded', async (_, who, code) => {
    const one = await outCase()
    const press = dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T08:30:00Z') })
    await expect(scene.as(scene.people[who]).medication.recordDose(press)).rejects.toMatchObject({ cause: { code } })
    expect(await entriesOf(one)).toEqual([])
  })
})

describe('F09: back-dated after the release', () => {
  it.each([
    ['the prison dates a dose into its own time: a late entry', 'nurse', '2026-03-26T07:30:00Z', null],
    ['the prison dates one after the gate', 'nurse', '2026-03-26T08:30:00Z', 'dose.given-after-release'],
    ['the community dates one before the gate', 'worker', '2026-03-26T07:30:00Z', 'dose.given-before-release'],
    ['the community dates one after it', 'worker', '2026-03-26T08:30:00Z', null],
  ] as const)('%s', async (_, who, at, code) => {
    const one = await outCase()
    const caller = who === 'nurse' ? nurse() : worker()
    const press = caller.medication.recordDose(dose(one, { forDay: TODAY, givenAt: new Date(at) }))
    if (code) await expect(press).rejects.toMatchObject(refusal(code))
    else expect(await press).toMatchObject({ lateEntry: who === 'nurse' })
  })

  it('a correction cannot move a dose across the gate either', async () => {
    const one = await outCase()
    await nurse().medication.recordDose(dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T07:30:00Z') }))
    const [entry] = await entriesOf(one)
    const { treatmentId: _none, ...moved } = dose(one, {
      forDay: TODAY,
      givenAt: new Date('2026-03-26T08:30:00Z'),
      outcome: 'part-dose',
      reason: 'the time was wrong',
      seenVersion: 1,
    })
    await expect(nurse().medication.correctDose({ ...moved, doseId: entry?.id as string })).rejects.toMatchObject(
      refusal('dose.given-after-release'),
    )
  })
})

describe('F09: two different doses for one day', () => {
  it('both stay as they were recorded, the day is covered once, and the conflict is said', async () => {
    const one = await outCase()
    await nurse().medication.recordDose(dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T07:30:00Z') }))
    const second = await worker().medication.recordDose(
      dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T08:45:00Z'), seenVersion: 1 }),
    )
    expect(second.doubleDose).toMatchObject({ days: [TODAY], services: [{ name: 'HMP Northgate' }] })
    expect((await entriesOf(one)).map(({ serviceName, isReplaced }) => [serviceName, isReplaced])).toEqual([
      ['Harbour Recovery', false],
      ['HMP Northgate', false],
    ])
    const view = await worker().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(view.daysWithout).toMatchObject({ days: 0, today: 'covered' })
    expect(view.doubleDoses).toMatchObject([{ day: TODAY, services: expect.arrayContaining(['HMP Northgate']) }])
    expect((await worker().doseList.calls({ episodeId: one.of.episodeId })).calls).toHaveLength(1)
  })

  it('a given and a declined one by one service: both stay, and the given one covers', async () => {
    const one = await outCase()
    await worker().medication.recordDose(
      dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T08:10:00Z'), outcome: 'declined', reason: 'felt ill' }),
    )
    await worker().medication.recordDose(
      dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T08:45:00Z'), seenVersion: 1 }),
    )
    expect((await entriesOf(one)).map(({ outcome }) => outcome)).toEqual(['given', 'declined'])
    expect((await worker().doseList.calls({ episodeId: one.of.episodeId })).calls).toEqual([])
  })
})
