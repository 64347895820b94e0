import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dosedCase, givenPress } from '../../testing/dosed-case.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { dose, refusal, type TreatedCase } from '../../testing/treated-case.ts'

// Thursday 26 March 2026, 09:00 in London. The person went out on Tuesday, under two records, and Harbour has a part in both.
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
const given = (one: TreatedCase, seenVersion = 0) =>
  dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T08:55:00Z'), seenVersion })
const clockOf = async (caller: typeof worker, { of }: TreatedCase) => {
  const { daysWithout, joined, doubleDoses, entries } = await caller().medication.byEpisode({ episodeId: of.episodeId })
  return { daysWithout, joined, doubleDoses, entries }
}

/** Somebody with two records: Harbour and the prison have a part in both, Mill Lane Pharmacy in the second one alone. */
async function twoRecords({ joined = true, lastDose = null as Date | null } = {}): Promise<[TreatedCase, TreatedCase]> {
  const face = await dosedCase(scene, { familyName: 'Twice', givenNames: 'Luc', lastDose })
  const other = await dosedCase(scene, { familyName: 'Twice', givenNames: 'Luca', lastDose: null, pharmacy: true })
  if (joined) await join(face, other)
  return [face, other]
}

const join = (face: TreatedCase, other: TreatedCase) =>
  scene.owner.query(
    `insert into person_merge (id, face_person_id, other_person_id, state, by_service_id, asked_by, asked_at, reason, answered_by, answered_at)
     values ($1, $2, $3, 'merged', $4, $5, now(), 'the same scar', $6, now())`,
    [
      newId(),
      face.of.personId,
      other.of.personId,
      scene.people.northgateNurse.serviceId,
      scene.people.northgateNurse.accountId,
      scene.people.northgateSecondNurse.accountId,
    ],
  )

describe('doses of two records of one person (ADR 0210)', () => {
  it('count on either case for who may see both, and stand there as the other record’s', async () => {
    const [face, other] = await twoRecords()
    await pharmacist().medication.recordDose(given(other))
    for (const caller of [worker, nurse])
      expect(await clockOf(caller, face)).toMatchObject({
        daysWithout: { days: 0, today: 'covered' },
        joined: [{ episodeId: other.of.episodeId, entries: [{ serviceName: 'Mill Lane Pharmacy', forDay: TODAY }] }],
        entries: [],
      })
    expect((await clockOf(worker, other)).joined).toEqual([])
  })

  it('are nobody’s who sees one record alone: not one byte of the answer is another', async () => {
    const [face, other] = await twoRecords()
    const before = await pharmacist().medication.byEpisode({ episodeId: other.of.episodeId })
    await worker().medication.recordDose(given(face))
    const after = await pharmacist().medication.byEpisode({ episodeId: other.of.episodeId })
    expect({ ...after, now: before.now }).toEqual(before)
    expect((await clockOf(worker, other)).daysWithout).toMatchObject({ days: 0 })
    expect((await pharmacist().doseList.today()).rows.map((row) => row.entries)).toEqual(
      expect.not.arrayContaining([
        expect.arrayContaining([expect.objectContaining({ serviceName: 'Harbour Recovery' })]),
      ]),
    )
  })

  it('count no more for a service once its part in the other record has ended, nor while nobody joined the two', async () => {
    const [face, other] = await twoRecords()
    await pharmacist().medication.recordDose(given(other))
    await scene.owner.query(
      `update case_part set until = '2026-03-26T08:00:00Z' where service_id = $1 and episode_id = $2`,
      [scene.people.harbourWorker.serviceId, other.of.episodeId],
    )
    expect((await clockOf(worker, face)).joined).toEqual([])
    expect((await clockOf(nurse, face)).joined).toHaveLength(1)

    const [apart, alone] = await twoRecords({ joined: false })
    await pharmacist().medication.recordDose(given(alone))
    expect((await clockOf(nurse, apart)).joined).toEqual([])
  })

  it('H100 make the emergency call when a second one is recorded, and only who may see both reads it', async () => {
    const [face, other] = await twoRecords()
    await pharmacist().medication.recordDose(given(other))
    await expect(worker().doseList.give(givenPress(face))).rejects.toMatchObject(refusal('dose-list.other-service'))
    const answer = await worker().medication.recordDose(given(face))
    expect(answer.doubleDose).toMatchObject({
      days: [TODAY],
      kinds: ['two-episodes'],
      services: [{ name: 'Mill Lane Pharmacy' }],
    })
    const callsOf = async (caller: typeof worker, { of }: TreatedCase) =>
      (await caller().doseList.calls({ episodeId: of.episodeId })).calls
    for (const caller of [worker, nurse])
      for (const one of [face, other])
        expect(await callsOf(caller, one)).toMatchObject([
          { day: TODAY, because: 'two-episodes', made: null, isTakenBack: false },
        ])
    expect(await callsOf(pharmacist, other)).toEqual([])
    expect((await clockOf(nurse, other)).doubleDoses).toMatchObject([{ day: TODAY, kind: 'two-episodes' }])
    expect((await clockOf(pharmacist, other)).doubleDoses).toEqual([])
  })

  it('are asked about before the same service records a second one under the other record', async () => {
    const [face, other] = await twoRecords()
    await worker().medication.recordDose(given(other))
    await expect(worker().medication.recordDose(given(face))).rejects.toMatchObject(refusal('dose.covered-already'))
    expect((await worker().medication.recordDose({ ...given(face), isSecondMeant: true })).doubleDose).toBeNull()
  })
})
