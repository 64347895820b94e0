import { randomUUID } from 'node:crypto'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import type { RecordRingInput } from '@throughcare/domain/ring-list/ring-list-inputs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
const RELEASED = new Date('2026-03-26T07:00:00Z')

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  await scene.setClock(STORY_STARTS)
  await scene.owner.query(`update custody_episode set released_at = null, learned_at = null, release_recorded_at = null,
    release_kind = null, ended_on = null, ended_because = null where released_at is not null`)
  await scene.owner.query(
    `update dose_alert set ended_at = app.now(), ended_by = raised_by, ended_because = 'covered' where ended_at is null`,
  )
  one = await scene.aCase({ familyName: 'Keane', givenNames: 'Aoife', releaseDate: '2026-03-26', releasedAt: RELEASED })
})
afterAll(() => scene.close())

const harbour = () => scene.as(scene.people.harbourWorker)
const nurse = () => scene.as(scene.people.northgateNurse)
const taken = () => scene.aHandoff(one, { status: 'accepted' })
const calls = async (who = harbour()) => (await who.ringList.list({})).calls
const rang = (more: Partial<RecordRingInput> = {}, who = harbour()) =>
  who.ringList.record({
    requestId: randomUUID(),
    about: 'person',
    episodeId: one.episodeId,
    subjectId: one.episodeId,
    outcome: 'no-answer',
    ...more,
  })
const phone = (value: string) =>
  scene.owner.query(
    `insert into case_fact (episode_id, code, category, state, value, recorded_at, recorded_by)
     values ($1, 'phone', 'identity', 'known', to_jsonb($2::text), app.now(), $3)`,
    [one.episodeId, value, scene.people.northgateNurse.accountId],
  )
const safety = (of: { channel?: string; wording?: string; voicemail?: boolean; hours?: string }) =>
  scene.owner.query(
    `insert into contact_safety (person_id, channel, hours, wording, voicemail) values ($1, $2, $3, $4, $5)`,
    [one.personId, of.channel ?? null, of.hours ?? null, of.wording ?? null, of.voicemail ?? null],
  )
const alert = async (state: string) => {
  const id = newId()
  await scene.owner.query(
    `insert into dose_alert (id, episode_id, raised_by_rule, state, days, rule_set_id, rule_set_version, standing, rule_id, raised_at, raised_by)
     select $1, $2, 'days', $3, 2, a.rule_set_id, a.rule_set_version, a.standing, 'ROUTE-3', app.now(), $4
     from (values ('routing-by-days', 1, 'our-default')) a (rule_set_id, rule_set_version, standing)`,
    [id, one.episodeId, state, scene.people.northgateNurse.accountId],
  )
  return id
}

describe('the next call', () => {
  it('is to somebody in their first 48 hours whom nobody has reached; speaking to them ends it and is a contact', async () => {
    await taken()
    await phone('+44 7700 900123')
    expect(await calls()).toMatchObject([
      {
        about: 'person',
        whom: 'person',
        phone: '+44 7700 900123',
        script: { opening: 'ask-for-them', machine: 'say-nothing' },
      },
    ])
    await rang({ outcome: 'spoke' })
    expect(await calls()).toEqual([])
    const { contacts } = await harbour().outcome.firstHours({ episodeId: one.episodeId })
    expect(contacts).toMatchObject([{ outcome: 'reached', channel: 'phone', by: 'Sam Osei' }])
  })

  it('comes again after an hour, and is over after 48', async () => {
    await taken()
    await rang({ outcome: 'nothing-said' })
    expect(await calls()).toEqual([])
    await scene.setClock(new Date('2026-03-26T10:01:00Z'))
    expect(await calls()).toMatchObject([{ about: 'person', lastCallAt: expect.any(String) }])
    await scene.setClock(new Date('2026-03-28T07:00:01Z'))
    expect(await calls()).toEqual([])
  })

  it('obeys what the person asked for: words, hours, voicemail; and rings nobody who wants no call', async () => {
    await taken()
    await safety({ channel: 'phone', wording: 'the dentist', voicemail: true, hours: 'after six' })
    expect(await calls()).toMatchObject([
      {
        wording: 'the dentist',
        personHours: 'after six',
        script: { opening: 'own-words', machine: 'leave-own-words' },
      },
    ])
    await scene.owner.query(`update contact_safety set channel = 'letter' where person_id = $1`, [one.personId])
    expect(await harbour().ringList.list({})).toMatchObject({ calls: [], notByTelephone: [{ because: 'letter' }] })
  })

  it.each(['arrived', 'back-in-custody'] as const)('is not to somebody who is %s', async (kind) => {
    await taken()
    await harbour().outcome.record({
      ...{ episodeId: one.episodeId, requestId: randomUUID(), kind },
      at: new Date('2026-03-26T08:59:00Z'),
    })
    expect(await calls()).toEqual([])
  })

  it('is the prison’s while nobody has the person, and not about the dead', async () => {
    await scene.aHandoff(one)
    expect(await calls(nurse())).toMatchObject([{ about: 'person' }])
    expect(await calls()).toEqual([])
    await nurse().custodyEpisode.recordEvent({
      ...{ episodeId: one.episodeId, requestId: randomUUID(), kind: 'died' },
      at: new Date('2026-03-26T08:00:00Z'),
    })
    expect(await calls(nurse())).toEqual([])
  })
})

describe('a call to a service', () => {
  it('is due when a handoff of ours is overdue: its number, its hours, and an hour of peace after it', async () => {
    const handoffId = await scene.aHandoff(one, {
      dueAt: new Date('2026-03-26T08:30:00Z'),
      sentAt: new Date('2026-03-26T07:30:00Z'),
    })
    const [first] = await calls(nurse())
    expect(first).toMatchObject({
      about: 'acknowledge',
      subjectId: handoffId,
      whomName: 'Harbour Recovery',
      phone: '+44 20 7946 0000',
      dutyPhone: '+44 20 7946 0999',
      hours: { isOpen: true, until: '2026-03-26T17:00:00.000Z' },
      isOverdue: true,
    })
    await rang({ about: 'acknowledge', subjectId: handoffId, outcome: 'spoke' }, nurse())
    expect((await calls(nurse())).map(({ about }) => about)).not.toContain('acknowledge')
    await scene.setClock(new Date('2026-03-26T10:01:00Z'))
    expect((await calls(nurse()))[0]).toMatchObject({ about: 'acknowledge' })
    await harbour().handoff.acknowledge({ handoffId, seenVersion: 0, requestId: randomUUID() })
    expect((await calls(nurse())).map(({ about }) => about)).not.toContain('acknowledge')
  })

  it('goes on when time is up and nobody took over, until it is sent again', async () => {
    const handoffId = await scene.aHandoff(one)
    await scene.owner.query(
      `update handoff set status = 'timed-out', version = version + 1, due_at = app.now() where id = $1`,
      [handoffId],
    )
    expect((await calls(nurse()))[0]).toMatchObject({ about: 'acknowledge', subjectId: handoffId, isOverdue: true })
    await scene.aHandoff(one, { to: 'riverside' })
    expect((await calls(nurse())).map(({ about }) => about)).not.toContain('acknowledge')
  })

  it('comes first when it is about doses, to whom the rules name', async () => {
    await taken()
    await scene.aTreatment(one, { dosing: 'millLane' })
    const alertId = await alert('check-in')
    expect((await calls()).map(({ about, whom, whomName }) => [about, whom, whomName])).toEqual([
      ['dose', 'dosing-point', 'Mill Lane Pharmacy'],
      ['person', 'person', null],
    ])
    await rang({ about: 'dose', subjectId: alertId })
    expect((await calls()).map(({ about }) => about)).toEqual(['person'])
  })

  it('is not about doses for whoever may not know of a treatment', async () => {
    await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
    const alertId = await alert('ring-prescriber')
    const haven = scene.as(scene.people.havenWorker)
    expect((await calls(haven)).map(({ about }) => about)).toEqual(['person'])
    await expect(rang({ about: 'dose', subjectId: alertId }, haven)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('the same press twice is one call; another case’s handoff is none of this one', async () => {
    const handoffId = await scene.aHandoff(one)
    const press = { requestId: randomUUID(), about: 'acknowledge' as const, subjectId: handoffId }
    await Promise.all([rang(press, nurse()), rang(press, nurse())])
    const { rows } = await scene.owner.query('select count(*)::int as n from ring_call where subject_id = $1', [
      handoffId,
    ])
    expect(rows).toEqual([{ n: 1 }])
    const other = await scene.aCase()
    await expect(
      rang({ about: 'acknowledge', episodeId: other.episodeId, subjectId: handoffId }, nurse()),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
