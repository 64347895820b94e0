import { randomUUID } from 'node:crypto'
import type { RecordSharingNoteInput } from '@throughcare/domain/sharing-note/sharing-note-inputs'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await scene.owner.query(
    `update membership set grants = array_append(grants, 'may-see-couples') where id = any ($1::uuid[])`,
    [[scene.people.northgateNurse, scene.people.harbourWorker].map(({ membershipId }) => membershipId)],
  )
  for (const who of ['northgateNurse', 'harbourWorker'] as const)
    scene.people[who] = { ...scene.people[who], grants: [...scene.people[who].grants, 'may-see-couples'] }
})
afterAll(() => scene.close())

let one: Awaited<ReturnType<Scene['aCase']>>
beforeEach(async () => {
  one = await scene.aCase()
})

const told = (more: Partial<RecordSharingNoteInput> = {}): RecordSharingNoteInput => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  toldOn: '2026-03-25' as never,
  kind: 'helped-somebody-in-withdrawal',
  words: 'he was shaking all night',
  wants: ['other-dosing-point'],
  seenAlone: true,
  agreed: true,
  ...more,
})
const nurse = () => scene.as(scene.people.northgateNurse).sharingNote
const list = () => nurse().byEpisode({ episodeId: one.episodeId })

it('is written once however often it is pressed, and the form says who can read it', async () => {
  const input = told()
  const [first, second] = await Promise.all([nurse().record(input), nurse().record(input)])
  expect(second).toEqual(first)
  const view = await list()
  expect(view.notes).toMatchObject([
    { id: first.noteId, said: { kind: 'helped-somebody-in-withdrawal', wants: ['other-dosing-point'] } },
  ])
  expect(view.readers).toEqual([{ serviceName: 'HMP Northgate', people: [scene.people.northgateNurse.displayName] }])
})

it('moves nothing: no item, no alert, no notice, no treatment', async () => {
  const count = async () =>
    (
      await scene.owner.query(
        `select (select count(*) from checklist_item)::int as items, (select count(*) from dose_alert)::int as alerts,
           (select count(*) from notice)::int as notices, (select coalesce(sum(version), 0) from medication_treatment)::int as treatment`,
      )
    ).rows
  const before = await count()
  await nurse().record(told({ kind: 'sold-or-swapped' }))
  expect(await count()).toEqual(before)
})

it('leaves each reading in the trail, and nothing of what was said', async () => {
  await nurse().record(told())
  await list()
  const { rows } = await scene.owner.query<{ action: string; fields: string[] }>(
    `select action, fields from audit_entry where $1 = any (episode_ids) and action like 'sharing-note.%' order by at`,
    [one.episodeId],
  )
  expect(rows).toEqual([
    { action: 'sharing-note.record', fields: [] },
    { action: 'sharing-note.by-episode', fields: [] },
  ])
})

it('is gone when the person takes it back, and only once', async () => {
  const { noteId } = await nurse().record(told())
  const takeBack = () => nurse().takeBack({ episodeId: one.episodeId, noteId, seenVersion: 0, requestId: randomUUID() })
  expect(await takeBack()).toEqual({ version: 1 })
  expect((await list()).notes).toMatchObject([{ said: null, version: 1 }])
  const { rows } = await scene.owner.query('select kind, words, wants from sharing_note where id = $1', [noteId])
  expect(rows).toEqual([{ kind: null, words: null, wants: [] }])
  await expect(takeBack()).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
})

it.each([
  ['nobody asked alone', { seenAlone: false }, 'seenAlone'],
  ['nobody agreed', { agreed: false }, 'agreed'],
  ['a day that has not come', { toldOn: '2026-03-27' }, 'toldOn'],
  ['another person named in a field', { about: 'somebody' }, ''],
])('refuses: %s', async (_, more, path) => {
  const refused = nurse().record(told(more as never))
  await expect(refused).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  if (path !== '')
    await expect(refused).rejects.toSatisfy(
      (error: { cause: { fields?: { path: string }[]; issues?: { path: string[] }[] } }) =>
        (error.cause.fields ?? error.cause.issues ?? []).some((each) => String(each.path) === path),
    )
})

it('is not for colleagues without the grant, managers, or a service that the person did not agree to', async () => {
  const { noteId } = await nurse().record(told())
  await scene.aHandoff(one, { status: 'accepted' })
  for (const who of ['northgateSecondNurse', 'northgateManager', 'harbourWorker', 'eastfieldNurse'] as const) {
    const there = scene.as(scene.people[who]).sharingNote
    for (const ask of [
      () => there.byEpisode({ episodeId: one.episodeId }),
      () => there.takeBack({ episodeId: one.episodeId, noteId, seenVersion: 0, requestId: randomUUID() }),
    ])
      await expect(ask()).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
  }
})
