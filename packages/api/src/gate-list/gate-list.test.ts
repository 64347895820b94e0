import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const TODAY = '2026-03-26'

describe('today’s list of a prison', () => {
  it('holds who leaves today, who is late and who may leave any day, and nobody else', async () => {
    const today = await scene.aCase({ familyName: 'Today', releaseDate: TODAY })
    const late = await scene.aCase({ familyName: 'Late', releaseDate: '2026-03-24' })
    const remand = await scene.aCase({ familyName: 'Remand', legalStatus: 'remand', releaseDate: null })
    await scene.aCase({ familyName: 'Tomorrow', releaseDate: '2026-03-27' })
    await scene.aCase({ familyName: 'Elsewhere', prison: 'eastfield', releaseDate: TODAY })
    const list = await scene.as(scene.people.northgateNurse).gateList.today()
    expect(list).toMatchObject({
      accountId: scene.people.northgateNurse.accountId,
      serviceId: scene.services.northgate,
      side: 'prison',
      today: TODAY,
      timeZone: 'Europe/London',
      now: expect.stringMatching(/^2026-03-26T09:/),
    })
    expect(list.rows.map(({ episodeId, reason, presses }) => [episodeId, reason, presses])).toEqual([
      [today.episodeId, 'leaves-today', ['left', 'kit-handed-over', 'did-not-leave']],
      [late.episodeId, 'date-passed', ['left', 'kit-handed-over', 'did-not-leave']],
      [remand.episodeId, 'any-day', ['left', 'kit-handed-over']],
    ])
    expect(list.rows[0]).toMatchObject({ kind: 'planned', number: today.number, dateOfBirth: '1984-04-28', version: 0 })
  })

  it('says of namesakes that they are, also when only one of them leaves today', async () => {
    const name = { familyName: 'Moreau', givenNames: 'Inès' }
    const one = await scene.aCase({ ...name, releaseDate: TODAY })
    await scene.aCase({ ...name, releaseDate: '2026-09-01' })
    const { rows } = await scene.as(scene.people.northgateNurse).gateList.today()
    expect(rows.filter(({ sameName }) => sameName).map(({ episodeId }) => episodeId)).toEqual([one.episodeId])
  })

  it('carries what the ordinary presses need: a release and a kit recorded from it are taken', async () => {
    const { episodeId } = await scene.aCase({ familyName: 'Presses', releaseDate: TODAY })
    const nurse = scene.as(scene.people.northgateNurse)
    const find = async () => (await nurse.gateList.today()).rows.find((row) => row.episodeId === episodeId)
    const row = await find()
    if (!row?.kit) throw new Error('not on the list')
    const at = new Date('2026-03-26T08:45:00Z')
    await nurse.naloxone.recordKit({
      ...row.kit,
      episodeId,
      requestId: newId(),
      state: 'handed-over',
      handedAt: at,
    })
    await nurse.release.record({
      episodeId,
      requestId: newId(),
      seenVersion: row.version,
      releasedAt: at,
      learnedAt: at,
      kind: row.kind,
    })
    expect(await find()).toMatchObject({ reason: 'left-today', releasedAt: '2026-03-26T08:45:00.000Z', presses: [] })
  })

  it('is read once for everybody on it: one entry in the trail that names exactly them', async () => {
    const { rows } = await scene.as(scene.people.northgateNurse).gateList.today()
    const { rows: entries } = await scene.owner.query(
      `select episode_ids from audit_entry where action = 'gate-list.today' order by at desc, id desc limit 1`,
    )
    expect([...entries[0].episode_ids].sort()).toEqual(rows.map(({ episodeId }) => episodeId).sort())
  })

  it('is empty for another prison’s people and closed to whoever sees figures only', async () => {
    const { rows } = await scene.as(scene.people.eastfieldNurse).gateList.today()
    expect(rows.map(({ familyName }) => familyName)).toEqual(['Elsewhere'])
    await expect(scene.as(scene.people.regionManager).gateList.today()).rejects.toMatchObject({
      message: 'not-allowed',
    })
    await expect(scene.as(scene.people.northgateManager).gateList.today()).rejects.toMatchObject({
      message: 'not-allowed',
    })
  })
})

describe('today’s list of a service outside', () => {
  it('holds who is out and who is expected; who came has no press left', async () => {
    const out = await scene.aCase({ familyName: 'Out', releasedAt: new Date('2026-03-25T10:00:00Z') })
    await scene.aHandoff(out, { status: 'accepted' })
    const expected = await scene.aCase({ familyName: 'Expected', releaseDate: TODAY })
    await scene.aHandoff(expected, { status: 'sent' })
    const later = await scene.aCase({ familyName: 'Later', releaseDate: '2026-03-27' })
    await scene.aHandoff(later, { status: 'accepted' })
    const worker = scene.as(scene.people.harbourWorker)
    const read = async () =>
      (await worker.gateList.today()).rows.map(({ episodeId, reason, presses }) => [episodeId, reason, presses])
    expect(await read()).toEqual([
      [out.episodeId, 'out', ['arrived']],
      [expected.episodeId, 'expected-today', []],
    ])
    await worker.outcome.record({
      episodeId: out.episodeId,
      requestId: newId(),
      kind: 'arrived',
      at: new Date('2026-03-26T08:00:00Z'),
    })
    expect(await read()).toEqual([
      [expected.episodeId, 'expected-today', []],
      [out.episodeId, 'out', []],
    ])
    expect(await scene.as(scene.people.riversideWorker).gateList.today()).toMatchObject({ rows: [] })
  })
})
