import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { refusal } from '../../testing/treated-case.ts'
import { attachDocument } from './attach-document.ts'
import { readDocument } from './read-document.ts'
import { scanFile } from './scan-file.ts'

let scene: Scene
let one: StoryCase
let housing: string
let partner: string
beforeAll(async () => {
  scene = await openScene()
  one = await scene.aCase()
  housing = await scene.anItem(one, { area: 'housing', code: 'story-bed' })
  partner = await scene.anItem(one, { area: 'partner', code: 'story-partner' })
  await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
})
afterAll(() => scene.close())

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text))
const PDF = bytes('%PDF-1.7\n1 0 obj\n')
const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
const attach = (
  who: keyof Scene['people'],
  itemId = housing,
  content = PDF,
  requestId = newId(),
): Promise<{ documentId: string }> =>
  attachDocument(scene.people[who], { itemId, requestId, shows: 'tenancy' }, content)
const statusOf = async (itemId: string) =>
  (await scene.owner.query('select status from checklist_item where id = $1', [itemId])).rows[0]?.status

describe('D10: a document on its way in', () => {
  it.each([
    ['nothing at all', new Uint8Array(), 'document.empty'],
    ['HTML that says it is a PDF', bytes('<!doctype html><script>alert(1)</script>'), 'document.not-taken'],
    ['SVG with a script', bytes('<svg><script>alert(1)</script></svg>'), 'document.not-taken'],
    ['the test virus', bytes(EICAR), 'document.not-taken'],
  ])('%s is refused', async (_what, content, code) => {
    await expect(attach('northgateNurse', housing, content)).rejects.toMatchObject(refusal(code).cause)
  })

  it('is refused above ten megabytes', async () => {
    const large = new Uint8Array(10 * 1024 * 1024 + 1)
    large.set(PDF)
    await expect(attach('northgateNurse', housing, large)).rejects.toMatchObject({ code: 'too-large' })
  })

  it('is put before the scanner of the site, and refused when that finds something or says nothing', async () => {
    const hidden = bytes(`%PDF-1.7\n${EICAR}`)
    expect(await scanFile(hidden, undefined)).toBe('clean')
    expect(await scanFile(hidden, 'if grep -q EICAR; then exit 1; fi')).toBe('found')
    expect(await scanFile(PDF, 'if grep -q EICAR; then exit 1; fi')).toBe('clean')
    expect(await scanFile(PDF, 'exit 2')).toBe('not-scanned')
    expect(await scanFile(PDF, '/nowhere/scanner')).toBe('not-scanned')
    // A scanner that answers before it has read everything.
    expect(await scanFile(new Uint8Array(8 * 1024 * 1024), 'exit 1')).toBe('found')
  })

  it('keeps the content, a made-up name, who and when; the same press twice keeps it once', async () => {
    const requestId = newId()
    const first = await attach('havenWorker', housing, PDF, requestId)
    expect(await attach('havenWorker', housing, PDF, requestId)).toEqual(first)
    const file = await readDocument(scene.people.northgateNurse, first.documentId)
    expect(file.mediaType).toBe('application/pdf')
    expect(file.fileName).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    expect(Buffer.from(file.content).equals(Buffer.from(PDF))).toBe(true)
    const view = await scene.as(scene.people.northgateNurse).checklist.byId({ itemId: housing })
    expect(view.documents).toMatchObject([
      {
        shows: 'tenancy',
        bytes: PDF.length,
        addedBy: 'Karl Nyberg',
        addedByService: 'Haven Housing',
        mayRemove: false,
      },
    ])
    expect(view.history[0]).toMatchObject({ field: 'document', old: null, new: 'tenancy', by: 'Karl Nyberg' })
  })
})

describe('who may', () => {
  it.each([
    ['riversideWorker', 'not-found'],
    ['eastfieldNurse', 'not-found'],
    ['harbourWorker', 'not-found'],
    ['benefitsWorker', 'not-found'],
    ['administrator', 'not-allowed'],
    ['regionManager', 'not-allowed'],
    ['northgateManager', 'not-allowed'],
  ] as const)('%s attaches nothing: %s, as for an item that never was', async (who, code) => {
    await expect(attach(who)).rejects.toMatchObject({ code })
    await expect(attach(who, newId())).rejects.toMatchObject({ code: code === 'not-allowed' ? code : 'not-found' })
  })

  it('U22: lets nobody read what its category closes, and the trail holds the attempt', async () => {
    const { documentId } = await attach('northgateNurse', partner)
    for (const who of ['havenWorker', 'northgateManager', 'riversideWorker'] as const) {
      await expect(readDocument(scene.people[who], documentId)).rejects.toMatchObject({ code: 'not-found' })
      const { rows } = await scene.owner.query(
        `select outcome, asked_id from audit_entry where account_id = $1 order by at desc limit 1`,
        [scene.people[who].accountId],
      )
      expect(rows).toEqual([{ outcome: 'denied', asked_id: documentId }])
    }
    await readDocument(scene.people.northgateNurse, documentId)
    const { rows } = await scene.owner.query(
      `select episode_ids from audit_entry where action = 'document.read' and outcome = 'done' order by at desc limit 1`,
    )
    expect(rows).toEqual([{ episode_ids: [one.episodeId] }])
  })
})

describe('F10: evidence that goes', () => {
  const remove = (who: keyof Scene['people'], documentId: string, itemId: string) =>
    scene.as(scene.people[who]).document.remove({ documentId, itemId, requestId: newId(), reason: 'the wrong letter' })

  it('opens a ticked item again with the last document, and not before', async () => {
    const item = await scene.anItem(one, { area: 'benefits', code: 'story-claim' })
    const [first, second] = [await attach('northgateNurse', item), await attach('northgateNurse', item)]
    await scene
      .as(scene.people.northgateNurse)
      .checklist.finish({ items: [{ itemId: item, seenVersion: 0 }], requestId: newId() })
    expect(await remove('northgateNurse', first.documentId, item)).toEqual({ isItemOpenAgain: false })
    expect(await statusOf(item)).toBe('done')
    expect(await remove('northgateNurse', second.documentId, item)).toEqual({ isItemOpenAgain: true })
    expect(await statusOf(item)).toBe('open')
    await expect(readDocument(scene.people.northgateNurse, second.documentId)).rejects.toMatchObject({
      code: 'not-found',
    })
    const { rows } = await scene.owner.query('select content, removed_because from document where id = $1', [
      second.documentId,
    ])
    expect(rows).toEqual([{ content: null, removed_because: 'the wrong letter' }])
    const { history } = await scene.as(scene.people.northgateNurse).checklist.byId({ itemId: item })
    expect(history.map(({ field, old, new: to }) => [field, old, to])).toEqual(
      expect.arrayContaining([
        ['status', 'done', 'open'],
        ['document', 'tenancy', null],
      ]),
    )
  })

  it('is taken away only by the service that added it, and once', async () => {
    const { documentId } = await attach('havenWorker')
    await expect(remove('northgateNurse', documentId, housing)).rejects.toMatchObject(refusal('document.not-yours'))
    await remove('havenWorker', documentId, housing)
    await expect(remove('havenWorker', documentId, housing)).rejects.toMatchObject(refusal('document.gone-already'))
    await expect(remove('havenWorker', documentId, partner)).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })
})
