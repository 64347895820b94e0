import { randomUUID } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { listWhoSaw } from '@throughcare/db/audit/who-saw-repository'
import { ACTIONS } from '@throughcare/domain/access/who-may'
import { actionsInTrail, KIND_TELLS, trailDeed } from '@throughcare/domain/audit/who-saw'
import { SERVICE_KINDS } from '@throughcare/domain/service/service-kinds'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROCEDURES } from '../../matrix/procedures.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: Awaited<ReturnType<Scene['aCase']>>
beforeAll(async () => {
  scene = await openScene()
  one = await scene.aCase()
  await scene.aTreatment(one, { dosing: 'harbour' })
  await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted', worker: 'harbourWorker' })
  await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
  for (const who of ['northgateNurse', 'northgateManager', 'harbourWorker', 'havenWorker'] as const)
    await scene.as(scene.people[who]).carePlan.byEpisode({ episodeId: one.episodeId })
  await scene.as(scene.people.harbourWorker).medication.byEpisode({ episodeId: one.episodeId })
})
afterAll(() => scene.close())

const look = (who: keyof Scene['people'], more: { withLists?: boolean } = {}) =>
  scene.as(scene.people[who]).audit.whoSaw({ episodeId: one.episodeId, ...more })
const services = async (who: keyof Scene['people']) =>
  [...new Set((await look(who)).entries.map(({ service }) => service.name))].toSorted()

describe('who saw a case', () => {
  it('is told to the prison and to whoever treats: who, when, what about, and in which part; and the look itself is in it', async () => {
    const { entries } = await look('northgateNurse')
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          service: { name: 'Harbour Recovery', kind: 'drug-service' },
          role: 'caseworker',
          deed: 'opened',
          thing: 'omt',
          part: 'accepted',
          wasRefused: false,
        }),
      ]),
    )
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
    const again = await look('harbourWorker')
    expect(again.entries[0]).toMatchObject({
      service: { name: 'HMP Northgate' },
      deed: 'opened',
      thing: 'release',
      part: 'own',
    })
  })

  it('tells a housing service neither that a drug service looked nor of any treatment', async () => {
    expect(await services('havenWorker')).toEqual(['HMP Northgate', 'Haven Housing'])
    expect(JSON.stringify(await look('havenWorker'))).not.toMatch(/omt|drug-service|medic/)
  })

  it('tells a manager of their own service alone, and an administrator nothing', async () => {
    expect(await services('northgateManager')).toEqual(['HMP Northgate'])
    await expect(look('administrator')).rejects.toMatchObject({ cause: { code: 'not-allowed' } })
  })

  it.each(['riversideWorker', 'eastfieldNurse'] as const)('is not there for %s', async (who) => {
    await expect(look(who)).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })

  it('leaves lists and searches out until they are asked for', async () => {
    await scene.as(scene.people.northgateNurse).person.search({ text: one.number, limit: 10 })
    const deeds = async (withLists: boolean) =>
      (await look('northgateNurse', { withLists })).entries.map(({ deed }) => deed)
    expect(await deeds(false)).not.toContain('searched')
    expect(await deeds(true)).toContain('searched')
  })

  it('comes in pages that hold each entry once', async () => {
    const other = await scene.aCase()
    const nurse = scene.as(scene.people.northgateNurse)
    await scene.owner.query(
      `insert into audit_entry (id, at, account_id, service_id, role, action, episode_ids)
       select gen_random_uuid(), clock_timestamp() - n * interval '1 millisecond', $1, $2, 'prison-health', 'care-plan.by-episode', array[$3::uuid]
       from generate_series(1, 120) n, generate_series(1, 1 + n % 2)`,
      [scene.people.northgateNurse.accountId, scene.services.northgate, other.episodeId],
    )
    const ids: string[] = []
    let before: { at: Date; id: string } | null = null
    do {
      const { entries, next } = await nurse.audit.whoSaw({ episodeId: other.episodeId, before })
      ids.push(...entries.map(({ id }) => id))
      before = next && { at: new Date(next.at), id: next.id }
    } while (before)
    expect(new Set(ids).size).toBe(ids.length)
    // The 180 of them, and each page but the first shows none of the looks that came before it anew.
    expect(ids).toHaveLength(180)
  })
})

describe('the database alone', () => {
  const told = (actor: Actor) =>
    asActor(actor, (deed) => listWhoSaw(deed, one.episodeId, [...ACTIONS, 'partner.run'], null, 200))

  it('tells nobody without a part, and of what was done about partners only whoever did it', async () => {
    const { northgateNurse, northgateManager, harbourWorker, havenWorker, riversideWorker, administrator } =
      scene.people
    for (const [actor, service] of [
      [northgateNurse, scene.services.northgate],
      [harbourWorker, scene.services.harbour],
    ] as const)
      await scene.owner.query(
        `insert into audit_entry (id, account_id, service_id, role, action, episode_ids, person_ids)
         values ($1, $2, $3, $4, 'partner.record-wish', array[$5::uuid], array[$6::uuid])`,
        [randomUUID(), actor.accountId, service, actor.role, one.episodeId, one.personId],
      )
    for (const nobody of [riversideWorker, administrator]) expect(await told(nobody)).toEqual([])
    const partners = async (actor: Actor) =>
      (await told(actor)).filter(({ action }) => action.startsWith('partner.')).map(({ serviceName }) => serviceName)
    expect(await partners(northgateNurse)).toEqual(['HMP Northgate'])
    expect(await partners(harbourWorker)).toEqual(['Harbour Recovery'])
    expect(await partners(havenWorker)).toEqual([])
    for (const { serviceId } of await told(northgateManager)) expect(serviceId).toBe(scene.services.northgate)
    expect((await told(havenWorker)).filter(({ action }) => action.startsWith('medication.'))).toEqual([])
  })

  it('says of each kind of service what learning of it tells, as the domain does', async () => {
    for (const kind of SERVICE_KINDS) {
      const { rows } = await scene.owner.query('select app.kind_tells($1) as tells', [kind])
      expect(rows, kind).toEqual([{ tells: KIND_TELLS[kind] }])
    }
  })
})

describe('the copy for the person', () => {
  const copy = (who: keyof Scene['people']) => scene.as(scene.people[who]).audit.copy({ episodeId: one.episodeId })
  const admits = (womenOnly: 'yes' | 'no' | 'unknown') =>
    scene.owner.query(
      `insert into service_admission (service_id, version, women_only, couples, asked_on, recorded_at, recorded_by)
       select $1::uuid, 1 + coalesce(max(version), 0), $2, 'no', '2026-03-20', app.now(), $3::uuid from service_admission where service_id = $1`,
      [scene.services.haven, womenOnly, scene.people.administrator.accountId],
    )

  it('names no place that might be a refuge, and nobody who works there, unless the place takes everybody', async () => {
    const haven = async () => (await copy('northgateNurse')).lines.filter(({ service }) => service.kind === 'housing')
    for (const known of ['nobody asked', 'unknown', 'yes'] as const) {
      if (known !== 'nobody asked') await admits(known)
      expect(await haven(), known).toEqual([
        expect.objectContaining({ name: null, service: { name: null, kind: 'housing' }, deed: 'opened' }),
      ])
      expect(JSON.stringify(await copy('northgateNurse'))).not.toContain('Haven')
    }
    await admits('no')
    expect(await haven()).toEqual([expect.objectContaining({ service: { name: 'Haven Housing', kind: 'housing' } })])
  })

  it('counts what somebody did on a day, says nothing of partners, and is in the trail as a print', async () => {
    const { lines } = await copy('northgateNurse')
    const nurse = lines.filter(({ service, role }) => service.kind === 'prison-health' && role === 'prison-health')
    expect(nurse.find(({ deed }) => deed === 'opened')?.times).toBeGreaterThan(3)
    expect(nurse.find(({ deed }) => deed === 'printed')?.times).toBeGreaterThan(3)
    expect(lines.map(({ deed }) => deed)).not.toContain('searched')
    // Of what was written about the case there is the partner's wish alone: it stands on no copy.
    expect(lines.map(({ deed }) => deed)).not.toContain('wrote')
  })

  it('is for clinicians alone', async () => {
    await expect(copy('northgateManager')).rejects.toMatchObject({ cause: { code: 'not-allowed' } })
    await expect(copy('riversideWorker')).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })
})

it('says of every read that it reads, and of every press that it writes', () => {
  const faults = PROCEDURES.flatMap(({ path, action, type }) => {
    const deed = type === 'subscription' ? null : trailDeed(action)
    return deed === null || (deed === 'wrote') === (type === 'mutation')
      ? []
      : [`${path}: ${deed}; say in packages/domain/src/audit/who-saw.ts what it is`]
  })
  expect(faults).toEqual([])
  expect(PROCEDURES.length).toBeGreaterThan(100)
})

it('shows no action of a category that is closed', () => {
  expect(actionsInTrail(['identity', 'release'])).not.toContain('medication.by-episode')
  expect(actionsInTrail(['identity', 'release', 'omt'])).toContain('medication.by-episode')
  expect(actionsInTrail(['partner'], { forPerson: true })).not.toContain('partner.record-wish')
})
