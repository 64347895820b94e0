import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase({ items: [{ area: 'housing', code: 'story-housing' }] })
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const press = (more = {}) => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  seenVersion: 0,
  toPrisonId: scene.services.eastfield,
  ...more,
})
const standing = async () =>
  (
    await scene.owner.query(
      `select e.ended_on, e.version, (select count(*)::int from care_plan c where c.episode_id = e.id and c.closed_at is null) as plans,
         (select jsonb_object_agg(s.name, p.relation) from case_part p join service s on s.id = p.service_id where p.episode_id = e.id) as parts,
         (select jsonb_agg(s.name) from checklist_item i join service s on s.id = i.accountable_service_id where i.episode_id = e.id) as answering,
         (select jsonb_agg(h.status) from handoff h where h.episode_id = e.id) as handoffs
       from custody_episode e where e.id = $1`,
      [one.episodeId],
    )
  ).rows[0]

describe('F02: a transfer to another prison', () => {
  it('keeps the episode, the plan and the handoffs; the other prison holds the person and answers for the items', async () => {
    await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted' })
    await nurse().release.transfer(press())
    expect(await standing()).toEqual({
      ended_on: null,
      version: 1,
      plans: 1,
      parts: { 'HMP Northgate': 'closing', 'HMP Eastfield': 'own', 'Harbour Recovery': 'accepted' },
      answering: ['HMP Eastfield'],
      handoffs: ['accepted'],
    })
    const there = scene.as(scene.people.eastfieldNurse)
    expect((await there.carePlan.byEpisode({ episodeId: one.episodeId })).prison.name).toBe('HMP Eastfield')
    expect((await there.release.board({ window: 'next-28-days' })).persons.map(({ episodeId }) => episodeId)).toContain(
      one.episodeId,
    )
    const here = await nurse().release.board({ window: 'next-28-days' })
    expect(here.persons.map(({ episodeId }) => episodeId)).not.toContain(one.episodeId)
  })

  it('makes the other prison the sender of what was sent: accountable until acknowledged, told, and able to take it back', async () => {
    const waiting = await scene.aHandoff(one, { area: 'omt', to: 'harbour' })
    const taken = await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
    await nurse().release.transfer(press())
    const { rows } = await scene.owner.query(
      `select h.id, s.name as sender, a.name as accountable from handoff h join service s on s.id = h.sending_service_id
         join service a on a.id = h.accountable_service_id where h.episode_id = $1`,
      [one.episodeId],
    )
    expect(rows).toEqual(
      expect.arrayContaining([
        { id: waiting, sender: 'HMP Eastfield', accountable: 'HMP Eastfield' },
        { id: taken, sender: 'HMP Eastfield', accountable: 'Haven Housing' },
      ]),
    )
    // The receiver is told, in the inbox and on the page.
    const harbour = scene.as(scene.people.harbourWorker)
    const { rows: inbox } = await harbour.handoff.inbox({ tab: 'new', page: 1 })
    expect(inbox.find(({ id }) => id === waiting)).toMatchObject({
      sendingName: 'HMP Eastfield',
      movedFrom: { name: 'HMP Northgate' },
    })
    const shown = await harbour.handoff.byId({ handoffId: waiting })
    expect(shown).toMatchObject({ accountableName: 'HMP Eastfield', movedFrom: { name: 'HMP Northgate' } })
    expect(shown.moves).toMatchObject([{ move: 'send', service: 'HMP Northgate' }])
    // The other prison has it among what it sent, and takes it back; this one is no end of it any more.
    const there = scene.as(scene.people.eastfieldNurse)
    const sent = (await there.handoff.sent({ tab: 'waiting', page: 1 })).rows.map(({ episodeId }) => episodeId)
    expect(sent).toContain(one.episodeId)
    const back = {
      handoffId: waiting,
      requestId: randomUUID(),
      seenVersion: shown.version,
      reason: 'release-changed',
      words: null,
    } as const
    await expect(nurse().handoff.revoke(back)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await there.handoff.revoke(back)
  })

  it.each([
    ['in two days', { releaseDate: '2026-03-28' }, 'emergency', ['duty', 'workers']],
    ['in three days', { releaseDate: '2026-03-29' }, 'ordinary', ['workers']],
    ['remand', { releaseDate: null, legalStatus: 'remand' } as const, 'emergency', ['duty', 'workers']],
  ])(
    'tells the other prison and whoever was sent something, in the same transaction: %s',
    async (_, of, urgency, to) => {
      one = await scene.aCase({ certainty: 'expected', ...of })
      await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted' })
      await scene.aHandoff(one, { area: 'naloxone', to: 'harbour' })
      await scene.aHandoff(one, { area: 'benefits', to: 'benefits', status: 'rejected' })
      const same = press()
      await Promise.all([nurse().release.transfer(same), nurse().release.transfer(same)])
      const { rows } = await scene.owner.query(
        `select s.name, n.audience, n.urgency, n.handoff_id from notice n join service s on s.id = n.service_id
       where n.kind = 'transfer' and n.episode_id = $1 order by s.name, n.audience`,
        [one.episodeId],
      )
      expect(rows).toEqual([
        ...to.map((audience) => ({ name: 'HMP Eastfield', audience, urgency, handoff_id: null })),
        { name: 'Harbour Recovery', audience: 'workers', urgency: 'ordinary', handoff_id: null },
      ])
    },
  )

  it('keeps the attempts before a resent handoff in the sight of the new sender', async () => {
    const rejected = await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'rejected' })
    await nurse().release.transfer(press())
    const there = scene.as(scene.people.eastfieldNurse)
    const { version } = await there.handoff.byId({ handoffId: rejected })
    const resent = await there.handoff.resend({
      handoffId: rejected,
      requestId: randomUUID(),
      seenVersion: version,
      receivingServiceId: scene.services.riverside,
      words: null,
    })
    const shown = await there.handoff.byId({ handoffId: resent.handoffs[0]?.handoffId ?? '' })
    expect(shown).toMatchObject({ attempt: 2, movedFrom: null, earlier: [{ receivingName: 'Harbour Recovery' }] })
  })

  it('is refused across a border: another law holds there, and the plan would lose the rules of its country', async () => {
    const abroad = randomUUID()
    await scene.owner.query(
      `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives)
       select $1::uuid, 'Fjordvik fengsel', 'prison-health', 'NO', id, 'Europe/Oslo', true, '{}' from area limit 1`,
      [abroad],
    )
    const before = await standing()
    await expect(nurse().release.transfer(press({ toPrisonId: abroad }))).rejects.toMatchObject({
      cause: { fields: [{ path: 'toPrisonId', fault: 'release.toPrisonId.invalid' }] },
    })
    expect(await standing()).toEqual(before)
  })

  it('can be recorded back on another day, and both stays are kept', async () => {
    await nurse().release.transfer(press())
    await scene.setClock(new Date('2026-03-27T09:00:00Z'))
    const back = press({ seenVersion: 1, toPrisonId: scene.services.northgate })
    await scene.as(scene.people.eastfieldNurse).release.transfer(back)
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
    const { rows } = await scene.owner.query(
      `select s.name, c.until_at is null as now from custody_stay c join service s on s.id = c.prison_service_id
       where c.episode_id = $1 order by c.from_at`,
      [one.episodeId],
    )
    expect(rows).toEqual([
      { name: 'HMP Northgate', now: false },
      { name: 'HMP Eastfield', now: false },
      { name: 'HMP Northgate', now: true },
    ])
  })

  it('the same press twice moves once; an older page and a release are refused', async () => {
    const same = press()
    const [first, second] = await Promise.all([nurse().release.transfer(same), nurse().release.transfer(same)])
    expect(first).toEqual(second)
    await expect(nurse().release.transfer(press())).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
    one = await scene.aCase({ releasedAt: new Date('2026-03-26T08:00:00Z') })
    await expect(nurse().release.transfer(press())).rejects.toMatchObject({
      cause: { details: { refusal: 'release.already-recorded' } },
    })
  })

  it.each(['harbour', 'northgate'] as const)('to %s is no transfer', async (to) => {
    await expect(nurse().release.transfer(press({ toPrisonId: scene.services[to] }))).rejects.toMatchObject({
      cause: { code: 'invalid-input' },
    })
  })

  it.each(['eastfieldNurse', 'harbourWorker', 'northgateManager'] as const)('is not for %s', async (who) => {
    await expect(scene.as(scene.people[who]).release.transfer(press())).rejects.toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
    })
  })
})
