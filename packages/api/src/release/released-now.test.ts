import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import type { RecordReleaseInput } from '@throughcare/domain/release/record-release-input'
import type { UndoReleaseInput } from '@throughcare/domain/release/undo-release-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
/** A Friday, half past four in the afternoon: the court has just freed somebody on remand. */
const FRIDAY = new Date('2026-03-27T16:30:00Z')

beforeAll(async () => {
  scene = await openScene()
  await scene.setClock(FRIDAY)
})
beforeEach(async () => {
  one = await scene.aCase({
    legalStatus: 'remand',
    releaseDate: null,
    items: [
      { area: 'omt', code: 'prescriber-named' },
      { area: 'housing', code: 'bed-found' },
      { area: 'partner', code: 'partner-asked' },
    ],
  })
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const press = (more: Partial<RecordReleaseInput> = {}): RecordReleaseInput => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  seenVersion: 0,
  releasedAt: FRIDAY,
  learnedAt: FRIDAY,
  kind: 'unplanned',
  ...more,
})
const takeBack = (more: Partial<UndoReleaseInput> = {}): UndoReleaseInput => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  seenVersion: 1,
  reason: 'wrong-person',
  words: null,
  ...more,
})
async function handoffs(): Promise<{ area: string; status: string; kind: string; due_at: Date; to: string }[]> {
  const { rows } = await scene.owner.query(
    `select h.area, h.status, h.kind, h.due_at, s.name as to from handoff h join service s on s.id = h.receiving_service_id
     where h.episode_id = $1 order by h.area, h.sent_at, h.attempt`,
    [one.episodeId],
  )
  return rows
}

describe('released now', () => {
  it('F02: sends every area in which work is open, to be acknowledged within four hours', async () => {
    const recorded = await nurse().release.record(press())
    expect(recorded).toMatchObject({ sent: 3, nobody: [] })
    const sent = await handoffs()
    expect(sent.map(({ area, status, kind, to }) => [area, status, kind, to])).toEqual([
      ['housing', 'sent', 'emergency', 'Haven Housing'],
      ['omt', 'sent', 'emergency', 'Harbour Recovery'],
      ['partner', 'sent', 'emergency', 'Harbour Recovery'],
    ])
    for (const { due_at } of sent) expect(due_at.toISOString().slice(0, 16)).toBe('2026-03-27T20:30')
  })

  it('goes to where the doses are taken before anybody else', async () => {
    await scene.aTreatment(one, { dosing: 'riverside' })
    await nurse().release.record(press())
    expect((await handoffs()).find(({ area }) => area === 'omt')?.to).toBe('Riverside Recovery')
  })

  it('leaves what is under way with whoever has it, and asks somebody else for what came back', async () => {
    await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted' })
    await scene.aHandoff(one, { area: 'partner', to: 'harbour', status: 'rejected' })
    await nurse().release.record(press())
    expect((await handoffs()).map(({ area, status, to }) => [area, status, to])).toEqual([
      ['housing', 'sent', 'Haven Housing'],
      ['omt', 'accepted', 'Harbour Recovery'],
      ['partner', 'closed', 'Harbour Recovery'],
      ['partner', 'sent', 'Riverside Recovery'],
    ])
  })

  it('turns what the prison left open into work of the community, and answers for it until somebody acknowledges', async () => {
    await scene.owner.query(`update checklist_item set owner_side = 'prison' where episode_id = $1 and area = 'omt'`, [
      one.episodeId,
    ])
    await nurse().release.record(press())
    const { rows } = await scene.owner.query(
      `select owner_side, accountable_service_id from checklist_item where episode_id = $1 and area = 'omt'`,
      [one.episodeId],
    )
    expect(rows).toEqual([{ owner_side: 'community', accountable_service_id: scene.services.northgate }])
  })

  it('says at once who is open, who is not, and who is accountable', async () => {
    await nurse().release.record(press())
    const standing = await nurse().release.standing({ episodeId: one.episodeId })
    expect(standing.releasedAt).toBe(FRIDAY.toISOString())
    const housing = standing.areas.find(({ area }) => area === 'housing')
    expect(housing).toMatchObject({
      handoff: { status: 'sent', kind: 'emergency' },
      service: { name: 'Haven Housing', opening: { kind: 'open', at: '2026-03-27T17:00:00.000Z' } },
      accountable: { isUs: true, name: 'HMP Northgate' },
    })
    await scene.setClock(new Date('2026-03-27T17:00:00Z'))
    const later = await nurse().release.standing({ episodeId: one.episodeId })
    expect(later.areas[0]?.service?.opening).toEqual({ kind: 'closed', at: '2026-03-30T08:00:00.000Z' })
    await scene.setClock(FRIDAY)
  })

  it('the same press twice sends once', async () => {
    const same = press()
    await Promise.all([nurse().release.record(same), nurse().release.record(same)])
    expect(await handoffs()).toHaveLength(3)
    const { rows } = await scene.owner.query('select count(*)::int as n from release_record where episode_id = $1', [
      one.episodeId,
    ])
    expect(rows).toEqual([{ n: 1 }])
  })
})

describe('the confirmation', () => {
  it('names the person and everybody else of that name in this prison, and nobody of another', async () => {
    const name = { familyName: 'Ångström', givenNames: 'Per' }
    const mine = await scene.aCase({ ...name, number: 'A1111AA' })
    await scene.aCase({ ...name, number: 'A2222AA', dateOfBirth: '1990-01-02' })
    await scene.aCase({ ...name, number: 'A3333AA', prison: 'eastfield' })
    const asked = await nurse().release.confirmation({ episodeId: mine.episodeId })
    expect(asked.person).toMatchObject({ familyName: 'Ångström', dateOfBirth: '1984-04-28', number: 'A1111AA' })
    expect(asked.sameName.map(({ number, dateOfBirth }) => [number, dateOfBirth])).toEqual([['A2222AA', '1990-01-02']])
  })
})

describe('a wrong press, taken back', () => {
  it('opens the episode again, revokes what it sent with the reason, and keeps both entries', async () => {
    await nurse().release.record(press())
    await scene.as(scene.people.havenWorker).carePlan.byEpisode({ episodeId: one.episodeId })
    const undone = await nurse().release.undo(takeBack({ reason: 'other', words: 'His brother of the same name' }))
    expect(undone).toMatchObject({ version: 2, revoked: 3 })
    expect(undone.seenBy.map(({ serviceName, accountName }) => [serviceName, accountName])).toEqual([
      ['Haven Housing', 'Karl Nyberg'],
    ])
    expect((await handoffs()).map(({ status }) => status)).toEqual(['revoked', 'revoked', 'revoked'])
    const { rows } = await scene.owner.query(
      `select e.released_at, e.ended_on, p.relation, r.released_at as pressed, u.reason, u.words, m.reason as told
       from custody_episode e join release_record r on r.episode_id = e.id join release_undo u on u.record_id = r.id
       join case_part p on p.episode_id = e.id and p.service_id = r.service_id
       join handoff h on h.episode_id = e.id and h.area = 'housing' join handoff_move m on m.handoff_id = h.id and m.move = 'revoke'
       where e.id = $1`,
      [one.episodeId],
    )
    expect(rows).toEqual([
      {
        released_at: null,
        ended_on: null,
        relation: 'own',
        pressed: FRIDAY,
        reason: 'other',
        words: 'His brother of the same name',
        told: 'sent-by-mistake: His brother of the same name',
      },
    ])
  })

  it('can be pressed again afterwards, and sends again', async () => {
    await nurse().release.record(press())
    await nurse().release.undo(takeBack())
    expect(await nurse().release.record(press({ seenVersion: 2 }))).toMatchObject({ version: 3, sent: 3 })
  })

  it('is refused once somebody outside has met the person', async () => {
    await nurse().release.record(press())
    const [handoff] = (
      await scene.owner.query<{ id: string; version: number }>(
        `select id, version from handoff where episode_id = $1 and area = 'housing'`,
        [one.episodeId],
      )
    ).rows
    const haven = scene.as(scene.people.havenWorker)
    await haven.handoff.accept({
      handoffId: handoff?.id ?? '',
      seenVersion: 0,
      requestId: randomUUID(),
      workerId: scene.people.havenWorker.accountId,
    })
    await haven.outcome.record({
      episodeId: one.episodeId,
      requestId: randomUUID(),
      kind: 'arrived',
      at: FRIDAY,
    })
    await expect(nurse().release.undo(takeBack())).rejects.toMatchObject({
      cause: { details: { refusal: 'release.seen-outside' } },
    })
  })

  it.each([
    ['nothing was pressed', 0, 'refused'],
    ['the page is older than the press', 0, 'changed-meanwhile'],
  ] as const)('is refused when %s', async (_, seenVersion, code) => {
    if (code === 'changed-meanwhile') await nurse().release.record(press())
    await expect(nurse().release.undo(takeBack({ seenVersion }))).rejects.toMatchObject({ cause: { code } })
  })

  it('the same press twice is one undoing', async () => {
    await nurse().release.record(press())
    const same = takeBack()
    const [first, second] = await Promise.all([nurse().release.undo(same), nurse().release.undo(same)])
    expect(first).toEqual(second)
  })

  it.each(['eastfieldNurse', 'havenWorker', 'northgateManager'] as const)('is not for %s', async (who) => {
    await nurse().release.record(press())
    await expect(scene.as(scene.people[who]).release.undo(takeBack())).rejects.toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
    })
  })
})
