import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { sweepDatabase } from '@throughcare/db/job/job-repository'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

const NOW = new Date('2026-03-26T09:00:00Z')
let scene: Scene
let one: StoryCase
beforeAll(async () => {
  scene = await openScene()
  await scene.setClock(NOW)
  one = await scene.aCase()
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse).checklist
let made = 0
const anItem = (area = 'housing', dueAt = new Date('2026-03-27T10:00:00Z')) => {
  made += 1
  return scene.anItem(one, { area, code: `story-${made}`, dueAt })
}
const press = (...itemIds: string[]) => ({
  items: itemIds.map((itemId) => ({ itemId, seenVersion: 0 })),
  requestId: newId(),
})
const historyOf = async (itemId: string) =>
  (await nurse().byId({ itemId })).history.map(({ field, old, new: to, reason, by }) => [field, old, to, reason, by])

describe('several items at one press', () => {
  it('does what can be done and tells of every line why the others were not', async () => {
    const [free, done, taken, stale] = [await anItem(), await anItem(), await anItem('omt'), await anItem()]
    await nurse().finish(press(done))
    const other = await scene.aCase({ familyName: 'Other' })
    const theirs = await scene.anItem(other, { area: 'omt', code: 'story-theirs' })
    await scene.owner.query('update checklist_item set accountable_service_id = $2 where id = $1', [
      taken,
      scene.services.harbour,
    ])
    await nurse().setDue({
      itemId: stale,
      seenVersion: 0,
      requestId: newId(),
      dueAt: new Date('2026-03-28T10:00:00Z'),
      reason: 'the office is shut on Friday',
    })
    const foreign = await scene.aCase({ prison: 'eastfield' })
    const foreignItem = await scene.anItem(foreign, { area: 'omt', code: 'story-foreign' })

    const asked = press(free, done, taken, stale, theirs, foreignItem)
    const toldBefore = await nurse().preview({ items: asked.items, deed: 'finish', toAccountId: null })
    const { lines } = await nurse().finish(asked)
    const refusals = lines.map(({ itemId, refusal }) => [itemId, refusal])
    expect(refusals).toEqual([
      [free, null],
      [done, 'changed-meanwhile'],
      [taken, 'checklist.not-accountable'],
      [stale, 'changed-meanwhile'],
      [theirs, null],
      [foreignItem, 'not-found'],
    ])
    // What was said before the press is what the press did.
    expect(toldBefore.lines.map(({ itemId, refusal }) => [itemId, refusal])).toEqual(refusals)
    expect(lines[2]).toMatchObject({ service: 'Harbour Recovery' })
    expect(lines[3]).toMatchObject({
      changedBy: 'Nora Lindqvist',
      changedAt: expect.stringContaining('2026-03-26T09:00'),
    })
    // Nothing is known of what is not there for them.
    expect(lines[5]).toEqual({ ...NOTHING_KNOWN, itemId: foreignItem, refusal: 'not-found' })
    const { rows } = await scene.owner.query(
      `select asked_id from audit_entry where outcome = 'denied' and action = 'checklist.finish' order by at desc limit 1`,
    )
    expect(rows).toEqual([{ asked_id: foreignItem }])
  })

  it('is done once, however often the press arrives', async () => {
    const item = await anItem()
    const asked = press(item)
    const [first, second] = await Promise.all([nurse().finish(asked), nurse().finish(asked)])
    expect(second).toEqual(first)
    expect(await historyOf(item)).toEqual([['status', 'open', 'done', null, 'Nora Lindqvist']])
    await expect(nurse().finish({ ...asked, items: [{ itemId: item, seenVersion: 1 }] })).rejects.toMatchObject({
      cause: { code: 'request-reused' },
    })
  })

  it('puts items in the name of a colleague of the service, and in no stranger’s', async () => {
    const item = await anItem()
    const { accountId } = scene.people.northgateNurse
    await expect(
      nurse().assign({ ...press(item), toAccountId: scene.people.harbourWorker.accountId }),
    ).rejects.toMatchObject({ cause: { code: 'invalid-input' } })
    const { lines } = await nurse().assign({ ...press(item), toAccountId: accountId })
    expect(lines).toMatchObject([{ refusal: null, version: 1 }])
    expect(await historyOf(item)).toEqual([['assigned-to', null, 'Nora Lindqvist', null, 'Nora Lindqvist']])
    const manager = scene.as(scene.people.northgateManager).checklist
    expect(
      (await manager.assign({ ...press(item), items: [{ itemId: item, seenVersion: 1 }], toAccountId: null })).lines,
    ).toMatchObject([{ refusal: null, version: 2 }])
    await expect(manager.finish(press(item))).rejects.toMatchObject({ cause: { code: 'not-allowed' } })
  })

  it('takes one item and no more than a hundred', async () => {
    const many = press(...Array.from({ length: 101 }, () => newId()))
    const twice = newId()
    for (const asked of [press(), many, press(twice, twice)])
      expect(
        (
          await nurse()
            .finish(asked)
            .catch((error) => error)
        ).cause.name,
      ).toBe('ZodError')
  })
})

const NOTHING_KNOWN = { version: null, changedBy: null, changedAt: null, service: null }

describe('a press taken back', () => {
  it('stands beside the press, and brings back what was said before', async () => {
    const item = await anItem()
    const seen = { itemId: item, requestId: newId() }
    await nurse().setStatus({ ...seen, seenVersion: 0, status: 'declined', reason: 'has a bed already' })
    await nurse().setStatus({ ...seen, requestId: newId(), seenVersion: 1, status: 'done', reason: null })
    const undo = { items: [{ itemId: item, seenVersion: 2 }], requestId: newId(), reason: 'pressed by mistake' }
    expect((await nurse().undo(undo)).lines).toMatchObject([{ refusal: null, version: 3 }])
    expect(await nurse().byId({ itemId: item })).toMatchObject({ status: 'declined', reason: 'has a bed already' })
    expect((await historyOf(item)).map(([, old, to, reason]) => [old, to, reason])).toEqual([
      ['done', 'declined', 'pressed by mistake'],
      ['declined', 'done', null],
      ['open', 'declined', 'has a bed already'],
    ])
  })

  it('is refused after the ten seconds', async () => {
    const item = await anItem()
    await nurse().finish(press(item))
    await scene.setClock(new Date(NOW.getTime() + 60_000))
    const undo = { items: [{ itemId: item, seenVersion: 1 }], requestId: newId(), reason: 'pressed by mistake' }
    expect((await nurse().undo(undo)).lines).toMatchObject([{ refusal: 'item-work.too-late-to-undo' }])
    const { rows } = await scene.owner.query<{ status: string }>('select status from checklist_item where id = $1', [
      item,
    ])
    expect(rows).toEqual([{ status: 'done' }])
  })
})

describe('a due time set by hand', () => {
  const due = new Date('2026-03-28T10:00:00Z')

  it('stands with old, new, who, when and why, and a stale page sets none', async () => {
    const item = await anItem()
    const said = { itemId: item, seenVersion: 0, dueAt: due, reason: 'the office is shut on Friday' }
    await nurse().setDue({ ...said, requestId: newId() })
    const view = await nurse().byId({ itemId: item })
    expect(view).toMatchObject({ dueAt: due.toISOString(), dueByHand: true, dueByRule: '2026-03-27T10:00:00.000Z' })
    // The page of the case says the same as the item's own.
    const { items } = await scene.as(scene.people.northgateNurse).carePlan.byEpisode({ episodeId: one.episodeId })
    expect(items.find(({ id }) => id === item)).toMatchObject({ dueAt: due.toISOString(), dueByHand: true })
    expect(view.history[0]).toMatchObject({
      field: 'due',
      old: '2026-03-27T10:00:00.000Z',
      new: due.toISOString(),
      reason: 'the office is shut on Friday',
      by: 'Nora Lindqvist',
      at: expect.stringContaining('2026-03-26T09:0'),
    })
    const stale = await refusalOf(nurse().setDue({ ...said, requestId: newId() }))
    expect(stale).toMatchObject({ code: 'changed-meanwhile', details: { current: { dueAt: due.toISOString() } } })
    expect((await refusalOf(nurse().setDue({ ...said, seenVersion: 1, requestId: newId() }))).details).toMatchObject({
      refusal: 'checklist.already-so',
    })
  })

  it('goes when the rule’s own moves, and the history says so', async () => {
    const item = await anItem()
    await nurse().setDue({ itemId: item, seenVersion: 0, requestId: newId(), dueAt: due, reason: 'agreed with them' })
    await scene.owner.query(`update checklist_item set due_at = '2026-03-25T10:00:00Z' where id = $1`, [item])
    expect(await nurse().byId({ itemId: item })).toMatchObject({ dueAt: '2026-03-25T10:00:00.000Z', dueByHand: false })
    expect((await historyOf(item))[0]).toMatchObject(['due', due.toISOString(), null, 'rule-moved', 'Throughcare'])
  })

  it('and whoever did it, go with the service that answered for it', async () => {
    const item = await anItem('omt')
    await nurse().assign({ ...press(item), toAccountId: scene.people.northgateNurse.accountId })
    await scene.owner.query('update checklist_item set accountable_service_id = $2 where id = $1', [
      item,
      scene.services.harbour,
    ])
    expect(await nurse().byId({ itemId: item })).toMatchObject({ assignedTo: null, may: { assign: false } })
    expect((await historyOf(item)).map(([field, old, to]) => [field, old, to])).toEqual(
      expect.arrayContaining([
        ['accountable-service', 'HMP Northgate', 'Harbour Recovery'],
        ['assigned-to', 'Nora Lindqvist', null],
      ]),
    )
  })
})

describe('a comment', () => {
  const say = (itemId: string, text: string, isDraft: boolean) =>
    nurse().comment({ itemId, requestId: newId(), text, isDraft })

  it('is kept as far as it was typed, for whoever typed it, until it is posted', async () => {
    const item = await anItem('support')
    await say(item, 'Rang the sis', true)
    await say(item, 'Rang the sister', true)
    expect((await nurse().byId({ itemId: item })).draft).toMatchObject({ text: 'Rang the sister' })
    const manager = await scene.as(scene.people.northgateManager).checklist.byId({ itemId: item })
    expect(manager).toMatchObject({ draft: null, comments: [] })
    await say(item, 'Rang the sister: tomorrow', false)
    const view = await nurse().byId({ itemId: item })
    expect(view.draft).toBeNull()
    expect(view.comments).toMatchObject([
      { text: 'Rang the sister: tomorrow', by: 'Nora Lindqvist', service: 'HMP Northgate' },
    ])
  })

  it('is, while it is a draft, a row that the database shows to nobody else, and that goes after thirty days', async () => {
    const item = await anItem('support')
    await say(item, 'half a sen', true)
    const rowsFor = (who: 'northgateNurse' | 'northgateManager' | 'harbourWorker') =>
      asActor(
        scene.people[who],
        ({ tx }) => tx.$queryRaw<unknown[]>`select text from item_draft where item_id = ${item}::uuid`,
      )
    expect(await rowsFor('northgateNurse')).toEqual([{ text: 'half a sen' }])
    expect([...(await rowsFor('northgateManager')), ...(await rowsFor('harbourWorker'))]).toEqual([])
    await scene.owner.query(`update item_draft set saved_at = app.now() - interval '31 days' where item_id = $1`, [
      item,
    ])
    await asActor(systemActor(scene.services.northgate), sweepDatabase)
    expect(await rowsFor('northgateNurse')).toEqual([])
  })

  // D01, D02, D03, D05
  it.each([
    ['a NUL', 'a\u0000b', false],
    ['half a character', 'a\ud800b', false],
    ['nothing but spaces', '   ', false],
    ['one character too many', 'x'.repeat(20_001), false],
    ['ten megabytes', 'x'.repeat(10 * 1024 * 1024), false],
    ['twenty thousand characters, emoji counted once', '🙂'.repeat(20_000), true],
    ['right to left, with direction marks', '\u202eabc \u200f مرحبا', true],
  ])('%s: taken %#', async (_what, text, isTaken) => {
    const item = await anItem('support')
    const answer = await say(item, text, false).then(
      () => true,
      (error) => error.cause.name,
    )
    expect(answer).toBe(isTaken ? true : 'ZodError')
    if (isTaken) expect((await nurse().byId({ itemId: item })).comments[0]?.text).toBe(text)
  })
})

describe('G08: two people work on one case', () => {
  it('each sees that the other has it open; nobody of another service does', async () => {
    const shared = await scene.aCase({ familyName: 'Both' })
    const itemId = await scene.anItem(shared, { area: 'housing', code: 'housing-first-night' })
    await scene.aHandoff(shared, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
    const second = scene.as(scene.people.northgateSecondNurse).checklist
    expect((await nurse().byId({ itemId })).alsoHere).toEqual([])
    expect((await second.byId({ itemId })).alsoHere).toEqual([
      { name: scene.people.northgateNurse.displayName, minutesAgo: 0 },
    ])
    expect((await nurse().byId({ itemId })).alsoHere).toEqual([
      { name: scene.people.northgateSecondNurse.displayName, minutesAgo: 0 },
    ])
    const elsewhere = scene.as(scene.people.havenWorker).checklist
    expect((await elsewhere.byId({ itemId })).alsoHere).toEqual([])
  })
})
