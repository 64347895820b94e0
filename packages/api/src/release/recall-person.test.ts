import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { LIFECYCLE } from '@throughcare/domain/release/lifecycle'
import type { RecallInput } from '@throughcare/domain/release/recall-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
const RELEASED = new Date('2026-03-26T07:00:00Z')

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase({ releasedAt: RELEASED, items: [{ area: 'housing', code: 'story-housing' }] })
  await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted' })
  await scene.owner.query(
    `insert into case_fact (episode_id, code, category, state, value, recorded_at, recorded_by)
     values ($1, 'bed', 'housing', 'known', '"temporary"', app.now(), $2)`,
    [one.episodeId, scene.people.northgateNurse.accountId],
  )
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const press = (more: Partial<RecallInput> = {}): RecallInput => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  seenVersion: 0,
  backOn: '2026-03-26' as RecallInput['backOn'],
  ...more,
})

describe('naloxone kits go along with the person (rule NAL-4)', () => {
  const kitsOf = async (episodeId: string) => {
    const { kits, kitAlerts } = await nurse().carePlan.byEpisode({ episodeId })
    return {
      kits: kits
        .map(
          ({ state, lot, isCarried, isCarriedOn }) =>
            `${lot} ${state}${isCarried ? ' came' : ''}${isCarriedOn ? ' went' : ''}`,
        )
        .toSorted(),
      alerts: kitAlerts.map(({ code }) => code),
    }
  }
  const put = (lot: string, facts: object) => {
    const row = { id: newId(), episode_id: one.episodeId, lot, holder: 'person', recorded_at: RELEASED, ...facts }
    return scene.owner.query(
      `insert into naloxone_kit (id, episode_id, lot, holder, state, handed_at, gone_at, used_outcome, expires_on, recorded_at, recorded_by)
       select id, episode_id, lot, holder, state, handed_at, gone_at, used_outcome, expires_on, recorded_at, $2
       from jsonb_populate_record(null::naloxone_kit, $1)`,
      [JSON.stringify(row), scene.people.northgateNurse.accountId],
    )
  }

  it('the new case asks where they are, the old one asks no more and keeps what its figures count', async () => {
    await put('A1', { state: 'handed-over', handed_at: RELEASED, expires_on: '2026-04-10' })
    await put('B2', { state: 'at-home', holder: 'household' })
    await put('C3', { state: 'used', handed_at: RELEASED, gone_at: RELEASED, used_outcome: 'came-round' })
    const { episodeId } = await nurse().release.recall(press())
    expect(await kitsOf(episodeId)).toEqual({
      kits: ['A1 not-known came', 'B2 at-home came'],
      alerts: ['where-is-it'],
    })
    expect(await kitsOf(one.episodeId)).toEqual({
      kits: ['A1 handed-over went', 'B2 at-home went', 'C3 used'],
      alerts: ['replace-within-24-hours'],
    })

    const { kits } = await nurse().carePlan.byEpisode({ episodeId })
    const came = kits.find(({ lot }) => lot === 'A1')
    if (!came) throw new Error('the kit did not come along')
    await nurse().naloxone.recordKit({
      episodeId,
      kitId: came.id,
      requestId: randomUUID(),
      seenVersion: came.version,
      product: null,
      lot: 'A1',
      expiresOn: came.expiresOn,
      state: 'in-property',
      handedAt: null,
      trained: null,
    })
    expect(await kitsOf(episodeId)).toMatchObject({ kits: ['A1 in-property came', 'B2 at-home came'] })
    // A case entered in error gives them back.
    await scene.owner.query(
      `update custody_episode set ended_on = admitted_on, ended_because = 'entered-in-error' where id = $1`,
      [episodeId],
    )
    expect((await kitsOf(one.episodeId)).kits).toEqual(['A1 handed-over', 'B2 at-home', 'C3 used'])
  })

  it('that nobody knows where one is, is never said by hand', async () => {
    const asked = { episodeId: one.episodeId, kitId: null, requestId: randomUUID(), seenVersion: 0, state: 'not-known' }
    await expect(
      nurse().naloxone.recordKit({
        ...asked,
        product: null,
        lot: null,
        expiresOn: null,
        handedAt: null,
        trained: null,
      } as never),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('F02: a recall two hours after release', () => {
  it('does what its row of the table says', async () => {
    const row = LIFECYCLE.recalled
    const { episodeId } = await nurse().release.recall(press())
    const { rows } = await scene.owner.query(
      `select e.legal_status, e.release_date, e.ended_on, (select count(*)::int from care_plan c where c.episode_id = e.id) as plans,
         (select f.value #>> '{}' from case_fact f where f.episode_id = e.id and f.code = 'bed') as bed
       from custody_episode e where e.id = $1`,
      [episodeId],
    )
    expect(row).toMatchObject({ episode: 'new-one', plan: 'reused', items: 'stay', handoffs: 'stand', clock: 'stops' })
    expect(rows).toEqual([{ legal_status: 'recalled', release_date: null, ended_on: null, plans: 1, bed: 'temporary' }])
    // The old case stays, and says that the person is back: nothing of it is lost or closed.
    const { rows: old } = await scene.owner.query(
      `select e.released_at, (select jsonb_agg(h.status) from handoff h where h.episode_id = e.id) as handoffs,
         (select jsonb_agg(i.status) from checklist_item i where i.episode_id = e.id) as items,
         (select jsonb_agg(o.kind) from outcome o where o.episode_id = e.id) as outcomes
       from custody_episode e where e.id = $1`,
      [one.episodeId],
    )
    expect(old).toEqual([
      { released_at: RELEASED, handoffs: ['accepted'], items: ['open'], outcomes: ['back-in-custody'] },
    ])
    const seen = await scene.as(scene.people.harbourWorker).outcome.firstHours({ episodeId: one.episodeId })
    expect(seen.outcomes.map(({ kind }) => kind)).toEqual(['back-in-custody'])
    // Whoever has the case reads it in the inbox, and the board of who is out does not hold them any more.
    const { rows: inbox } = await scene.as(scene.people.harbourWorker).handoff.inbox({ tab: 'acknowledged', page: 1 })
    expect(inbox.find((row) => row.episodeId === one.episodeId)?.arrival).toBe('back-in-custody')
    const { persons } = await nurse().release.board({ window: 'out-last-48-hours' })
    expect(persons.map((person) => person.episodeId)).not.toContain(one.episodeId)
  })

  it('the same press twice is one episode; another press is refused', async () => {
    const same = press()
    const [first, second] = await Promise.all([nurse().release.recall(same), nurse().release.recall(same)])
    expect(first).toEqual(second)
    await expect(nurse().release.recall(press())).rejects.toMatchObject({
      cause: { details: { refusal: 'release.admitted-again' } },
    })
  })

  it.each([
    ['2026-03-25', 'release.backOn.before-release'],
    ['2026-03-27', 'release.backOn.in-the-future'],
  ])('not on %s', async (backOn, fault) => {
    await expect(nurse().release.recall(press({ backOn: backOn as RecallInput['backOn'] }))).rejects.toMatchObject({
      cause: { fields: [{ path: 'backOn', fault }] },
    })
  })

  it('is refused for somebody inside, and from an older page', async () => {
    const inside = await scene.aCase()
    await expect(nurse().release.recall(press({ episodeId: inside.episodeId }))).rejects.toMatchObject({
      cause: { details: { refusal: 'release.not-recorded' } },
    })
    await expect(nurse().release.recall(press({ seenVersion: 4 }))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile' },
    })
  })

  it.each(['eastfieldNurse', 'harbourWorker', 'northgateManager'] as const)('is not for %s', async (who) => {
    await expect(scene.as(scene.people[who]).release.recall(press())).rejects.toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
    })
  })
})
