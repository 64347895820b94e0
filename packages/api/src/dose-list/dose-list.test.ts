import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DosedCaseOptions, givenPress, dosedCase as putDosedCase } from '../../testing/dosed-case.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { dose, refusal, type TreatedCase, treatedCase } from '../../testing/treated-case.ts'

// Thursday 26 March 2026, 09:00 in London. The person went out on Tuesday and is dosed by Harbour Recovery.
const TODAY = day('2026-03-26')
const OUT = new Date('2026-03-24T09:00:00Z')

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(new Date('2026-03-26T09:00:00Z')))

const nurse = () => scene.as(scene.people.northgateNurse)
const worker = () => scene.as(scene.people.harbourWorker)
const pharmacist = () => scene.as(scene.people.millLaneWorker)

const dosedCase = (options: DosedCaseOptions = {}) => putDosedCase(scene, options)

async function rowOf(one: TreatedCase, caller = worker()) {
  const { rows } = await caller.doseList.today()
  return rows.find((row) => row.episodeId === one.of.episodeId)
}

describe('who is on the list', () => {
  it('lists whoever is dosed here, word for word and with the last covered day', async () => {
    const one = await dosedCase({ familyName: 'Aas' })
    expect(await rowOf(one)).toMatchObject({
      familyName: 'Aas',
      dateOfBirth: '1984-04-28',
      number: one.of.number,
      treatment: { medicine: 'methadone', rhythm: 'daily', prescribedText: 'as the prescriber wrote it', version: 0 },
      expectation: 'expected',
      daysWithout: { kind: 'counted', days: 0, lastCoveredOn: '2026-03-25', today: 'due' },
      quickBlock: null,
      entries: [],
    })
  })

  it('is empty of whoever is dosed elsewhere, died, or is back inside, and of a case that was only offered', async () => {
    const elsewhere = await dosedCase()
    await scene.owner.query('update medication_treatment set dosing_service_id = $2 where id = $1', [
      elsewhere.treatmentId,
      scene.services.millLane,
    ])
    const died = await dosedCase()
    await scene.owner.query(
      `insert into outcome (id, episode_id, service_id, category, kind, at, recorded_at, recorded_by)
       values ($1, $2, $3, 'release', 'died', app.now(), app.now(), $4)`,
      [newId(), died.of.episodeId, scene.services.harbour, scene.people.harbourWorker.accountId],
    )
    const offered = await treatedCase(scene, { releasedAt: OUT })
    await scene.aHandoff(offered.of, { area: 'omt', status: 'sent' })
    const { rows } = await worker().doseList.today()
    const listed = rows.map((row) => row.episodeId)
    for (const one of [elsewhere, died, offered]) expect(listed).not.toContain(one.of.episodeId)
  })

  it('has those inside whose regime nobody confirmed, and not those on a confirmed one', async () => {
    const open = await treatedCase(scene)
    const confirmed = await treatedCase(scene)
    await scene.owner.query(
      `update medication_treatment set regime_confirmed_on = '2026-03-25', regime_confirmed_by = $2 where id = $1`,
      [confirmed.treatmentId, scene.people.northgateNurse.accountId],
    )
    expect(await rowOf(open, nurse())).toMatchObject({ quickBlock: 'last-dose-unknown' })
    expect(await rowOf(confirmed, nurse())).toBeUndefined()
  })

  it('is audited as a list read that names the cases it showed', async () => {
    const one = await dosedCase()
    await worker().doseList.today()
    const { rows } = await scene.owner.query<{ episode_ids: string[] }>(
      `select episode_ids from audit_entry where action = 'dose-list.today' order by at desc limit 1`,
    )
    expect(rows[0]?.episode_ids).toContain(one.of.episodeId)
  })

  it('is refused to a housing service and to a manager', async () => {
    for (const who of [scene.people.havenWorker, scene.people.harbourManager])
      await expect(scene.as(who).doseList.today()).rejects.toMatchObject({ cause: { code: 'not-allowed' } })
  })
})

describe('given today, with one press', () => {
  it('records a supervised dose of this moment, and the row says so', async () => {
    const one = await dosedCase()
    expect(await worker().doseList.give(givenPress(one))).toMatchObject({ version: 1, doubleDose: null })
    expect(await rowOf(one)).toMatchObject({
      quickBlock: 'already-recorded',
      treatment: { version: 1 },
      entries: [
        { outcome: 'given', recordedBy: 'Sam Osei', isOurs: true, givenAt: expect.stringMatching(/^2026-03-26T09:00/) },
      ],
    })
  })

  it('has one effect for the same press twice', async () => {
    const one = await dosedCase()
    const same = givenPress(one)
    expect(await worker().doseList.give(same)).toEqual(await worker().doseList.give(same))
    expect((await rowOf(one))?.entries).toHaveLength(1)
  })

  it('tells a second nurse who recorded it, and gives no second dose', async () => {
    const one = await dosedCase()
    const [first, second] = await Promise.allSettled([
      worker().doseList.give(givenPress(one)),
      scene.as(scene.people.harbourSecondWorker).doseList.give(givenPress(one)),
    ])
    const refusedOne = [first, second].find((each) => each.status === 'rejected')
    expect(refusedOne?.reason).toMatchObject({
      cause: {
        code: 'changed-meanwhile',
        details: { changedBy: expect.any(String), current: { lastEntry: { outcome: 'given', forDay: TODAY } } },
      },
    })
    expect((await rowOf(one))?.entries).toHaveLength(1)
  })

  it.each([
    ['three days without', { lastDose: new Date('2026-03-22T10:00:00Z') }, 'dose-list.ring-prescriber'],
    [
      'one day without in titration',
      { lastDose: new Date('2026-03-24T10:00:00Z'), titration: 'yes' },
      'dose-list.ring-prescriber',
    ],
    ['no dose on record', { lastDose: null }, 'dose-list.last-dose-unknown'],
    ['a depot', { medicine: 'buprenorphine-monthly-depot', rhythm: 'depot' }, 'dose-list.depot'],
    ['a rest day', { rhythm: 'alternate-days' }, 'dose-list.covered'],
  ])('is refused after %s, whatever the page showed', async (_, options, code) => {
    const one = await dosedCase(options)
    await expect(worker().doseList.give(givenPress(one))).rejects.toMatchObject(refusal(code))
  })

  it('knows nothing of the case for a service without a part in it', async () => {
    const one = await dosedCase()
    await expect(scene.as(scene.people.riversideWorker).doseList.give(givenPress(one))).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
  })
})

describe('intoxicated now (rule ROUTE-11)', () => {
  it('is answered with the row and on the page, and withholding the dose leaves no word of it', async () => {
    const one = await dosedCase()
    const answer = { by: 'intoxicated-now', state: 'ring-prescriber', ring: ['prescriber'] }
    expect(await rowOf(one)).toMatchObject({ quickBlock: null, ifIntoxicated: answer })
    expect(await worker().medication.byEpisode({ episodeId: one.of.episodeId })).toMatchObject({
      routing: { by: 'days', state: 'no-gap' },
      ifIntoxicated: { ...answer, check: expect.arrayContaining(['no-dose-now', 'observe']) },
    })
    await worker().medication.recordDose(dose(one, { outcome: 'withheld', forDay: TODAY }))
    expect(await rowOf(one)).toMatchObject({ entries: [{ outcome: 'withheld', reason: null }], coveredBy: null })
    const { rows } = await scene.owner.query(
      `select 1 from audit_entry a where a.episode_ids @> array[$1::uuid] and a::text like '%intoxicated%'`,
      [one.of.episodeId],
    )
    expect(rows).toEqual([])
  })
})

describe('undo within ten seconds (rule LIST-2)', () => {
  const reason = 'Wrong press, taken back at once'

  it('keeps both entries, opens the item of the first dose again, and lets the dose be given after all', async () => {
    const one = await dosedCase({ lastDose: null })
    await scene.aDose(one.of, { treatmentId: one.treatmentId, givenAt: new Date('2026-03-23T10:00:00Z') })
    await scene.owner.query(`update medication_treatment set rhythm = 'daily', titration = 'no' where id = $1`, [
      one.treatmentId,
    ])
    await scene.anItem(one.of, { area: 'omt', code: 'omt-first-dose' })
    const { doseId, version } = await worker().doseList.give(givenPress(one))
    await worker().doseList.undo({ ...base(one), doseId, seenVersion: version, reason })

    const { entries } = await worker().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(entries.slice(0, 2)).toMatchObject([
      { outcome: 'entered-in-error', correctsDoseId: doseId, reason, isReplaced: false },
      { id: doseId, outcome: 'given', isReplaced: true },
    ])
    const { rows } = await scene.owner.query('select status from checklist_item where episode_id = $1', [
      one.of.episodeId,
    ])
    expect(rows).toEqual([{ status: 'open' }])
    expect(await rowOf(one)).toMatchObject({ quickBlock: null, treatment: { version: 2 } })
    expect(await worker().doseList.give(givenPress(one, 2))).toMatchObject({ version: 3 })
  })

  it('is a correction with a reason once the seconds are over', async () => {
    const one = await dosedCase()
    const { doseId } = await worker().doseList.give(givenPress(one))
    await scene.setClock(new Date('2026-03-26T09:00:20Z'))
    const undo = { ...base(one), doseId, seenVersion: 1, reason }
    await expect(worker().doseList.undo(undo)).rejects.toMatchObject(refusal('dose-list.too-late-to-undo'))
    const { treatmentId: _none, ...correction } = dose(one, {
      forDay: TODAY,
      outcome: 'declined',
      reason,
      seenVersion: 1,
    })
    expect(await worker().medication.correctDose({ ...correction, doseId })).toMatchObject({ version: 2 })
  })

  it('is refused to another service', async () => {
    const one = await dosedCase({ pharmacy: true })
    const { doseId } = await worker().doseList.give(givenPress(one))
    await expect(pharmacist().doseList.undo({ ...base(one), doseId, seenVersion: 1, reason })).rejects.toMatchObject(
      refusal('dose.recorded-by-another-service'),
    )
  })

  const base = ({ of }: TreatedCase) => ({ episodeId: of.episodeId, requestId: newId() })
})
