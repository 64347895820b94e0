import { asActor } from '@throughcare/db/as-actor'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { makePlan } from './make-plan.ts'

let scene: Scene
let one: StoryCase
beforeAll(async () => {
  scene = await openScene()
  one = await scene.aCase()
  await scene.owner.query('delete from care_plan where id = $1', [one.planId])
  await scene.aTreatment(one)
  await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))
  await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
  await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'sent' })
})
afterAll(() => scene.close())

const read = (who: keyof Scene['people']) =>
  scene.as(scene.people[who]).carePlan.byEpisode({ episodeId: one.episodeId })

describe('who sees what of a case', () => {
  it('shows the prison all of it', async () => {
    const view = await read('northgateNurse')
    expect(view.areas.map((area) => area.area)).toHaveLength(10)
    expect(view.may).toMatchObject({ recordFact: true, readMedication: true })
    expect(view.person.number).toBe(one.number)
  })

  it('shows a housing service its areas and no trace of the rest', async () => {
    const view = await read('havenWorker')
    expect(view.areas.map((area) => area.area)).toEqual(['housing', 'belongings'])
    expect([...new Set(view.items.map((item) => item.area))]).toEqual(['housing'])
    expect(view.facts.map((fact) => fact.code)).toEqual([
      'bed',
      'phone',
      'has-address',
      'keeps-tenancy',
      'belongings-in-store',
    ])
    expect(view).toMatchObject({
      kits: [],
      kitAlerts: [],
      treatment: null,
      ownWords: null,
      partnerWish: null,
      firstAppointment: null,
      fourMinutePlan: null,
    })
    const values = JSON.stringify(view, (key, value) => (key === 'may' ? undefined : value))
    expect(values).not.toMatch(/"(omt|naloxone|health|partner)[^"]*"[,\]}]|methadone/i)
    expect(view.may).toMatchObject({ recordFact: false, readMedication: false, recordKit: false })
  })

  it('lets the database alone say the same: the housing service reads no row of another area', async () => {
    const rows = await asActor(
      scene.people.havenWorker,
      ({ tx }) =>
        tx.$queryRaw<
          { area: string }[]
        >`select distinct area from checklist_item union select distinct area from checklist_item_change`,
    )
    expect(rows.map((row) => row.area)).toEqual(['housing'])
    const doses = await asActor(
      scene.people.havenWorker,
      ({ tx }) =>
        tx.$queryRaw<
          unknown[]
        >`select 1 from medication_treatment union all select 1 from case_fact where category = 'omt'`,
    )
    expect(doses).toEqual([])
  })

  it.each(['riversideWorker', 'eastfieldNurse', 'benefitsWorker', 'millLaneWorker'] as const)(
    'is not there for %s, exactly as a case that never was',
    async (who) => {
      const stranger = scene.as(scene.people[who])
      const theirs = await read(who).catch((error) => error)
      const nobodys = await stranger.carePlan.byEpisode({ episodeId: newId() }).catch((error) => error)
      expect(theirs.message).toBe('not-found')
      expect({ message: theirs.message, code: theirs.code, details: theirs.cause.details }).toEqual({
        message: nobodys.message,
        code: nobodys.code,
        details: nobodys.cause.details,
      })
    },
  )

  it('is for people who work on cases: an administrator may not ask', async () => {
    await expect(read('administrator')).rejects.toMatchObject({ cause: { code: 'not-allowed' } })
  })
})

describe('who sets what', () => {
  const setDone = (who: keyof Scene['people'], item: { id: string; version: number }) =>
    scene.as(scene.people[who]).checklist.setStatus({
      itemId: item.id,
      requestId: newId(),
      seenVersion: item.version,
      status: 'done',
      reason: null,
    })
  const itemOf = async (code: string) => {
    const { rows } = await scene.owner.query(
      'select id, version from checklist_item where episode_id = $1 and code = $2',
      [one.episodeId, code],
    )
    return rows[0] as { id: string; version: number }
  }

  it('refuses what another service answers for, and names it', async () => {
    await scene.owner.query(
      `update checklist_item set accountable_service_id = $2 where episode_id = $1 and code = 'housing-first-week'`,
      [one.episodeId, scene.services.haven],
    )
    const item = await itemOf('housing-first-week')
    await expect(setDone('northgateNurse', item)).rejects.toMatchObject({
      cause: { details: { refusal: 'checklist.not-accountable', service: 'Haven Housing' } },
    })
    expect(await setDone('havenWorker', item)).toMatchObject({ status: 'done' })
  })

  it('knows no item of another area, and lets nobody work on what was only offered', async () => {
    await expect(setDone('havenWorker', await itemOf('omt-confirm-regime'))).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
    await expect(setDone('harbourWorker', await itemOf('omt-confirm-regime'))).rejects.toMatchObject({
      cause: { code: 'not-allowed' },
    })
    await expect(setDone('riversideWorker', await itemOf('omt-confirm-regime'))).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
  })

  it('wants a reason where one is needed, warns of what is still open before it, and keeps every line of history', async () => {
    const nurse = scene.as(scene.people.northgateNurse)
    const item = await itemOf('omt-name-dosing-point')
    const press = {
      itemId: item.id,
      requestId: newId(),
      seenVersion: item.version,
      status: 'declined',
      reason: null,
    } as const
    await expect(nurse.checklist.setStatus(press)).rejects.toMatchObject({
      cause: { issues: [expect.objectContaining({ path: ['reason'], message: 'checklist.reason.missing' })] },
    })
    const set = await nurse.checklist.setStatus({ ...press, requestId: newId(), reason: 'wants to think it over' })
    expect(set).toMatchObject({ status: 'declined', waitsFor: ['omt-name-prescriber'] })
    await nurse.checklist.setStatus({ ...press, requestId: newId(), seenVersion: set.version, status: 'open' })
    const { rows } = await scene.owner.query(
      'select from_status, to_status, reason from checklist_item_change where item_id = $1 order by at, id',
      [item.id],
    )
    expect(rows).toEqual([
      { from_status: null, to_status: 'open', reason: null },
      { from_status: 'open', to_status: 'declined', reason: 'wants to think it over' },
      { from_status: 'declined', to_status: 'open', reason: null },
    ])
  })

  it('shows a stale page what stands now', async () => {
    const item = await itemOf('health-letter')
    await setDone('northgateSecondNurse', item)
    await expect(setDone('northgateNurse', item)).rejects.toMatchObject({
      cause: {
        code: 'changed-meanwhile',
        details: {
          seen: { version: item.version },
          current: { version: item.version + 1, status: 'done', reason: null },
          changedBy: 'Ben Achterberg',
        },
      },
    })
  })
})
