import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { newId } from '@throughcare/db/uuid'
import { becauseOf } from '@throughcare/domain/release-list/because-of'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { readReleaseList } from './read-release-list.ts'
import { receiveReleaseList } from './receive-release-list.ts'
import { writeReleaseList } from './write-release-list.ts'

const CASES = new URL('../../../domain/testing/release-list/', import.meta.url)
const FILE = readFileSync(new URL('release-list.csv', CASES))
const EXPECTED = JSON.parse(readFileSync(new URL('release-list.expected.json', CASES), 'utf8')) as Expected[]

type Expected = {
  line: number
  result: string
  as_line?: number
  of_line?: number
  field?: string
  because?: string
  fields?: string[]
}

let scene: Scene
let serviceId: string

beforeAll(async () => {
  scene = await openScene()
  serviceId = scene.services.northgate
})
afterAll(() => scene.close())

/** The cases were made on this day. */
beforeEach(async () => {
  await scene.setClock(new Date('2026-11-21T10:00:00Z'))
})

async function* inChunks(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const receive = async (bytes: Uint8Array): Promise<string> => {
  const { listId } = await receiveReleaseList(scene.people.northgateNurse, inChunks(bytes))
  await readReleaseList({ serviceId, listId })
  return listId
}

const nurse = () => scene.as(scene.people.northgateNurse)

const linesOf = async (listId: string): Promise<Expected[]> => {
  const found: Expected[] = []
  for (let page = 1; ; page += 1) {
    const { lines } = await nurse().releaseList.lines({ listId, result: null, page })
    if (lines.length === 0) break
    for (const one of lines)
      found.push({
        line: one.line,
        result: one.result,
        ...(one.asLine === null ? {} : { as_line: one.asLine }),
        ...(one.ofLine === null ? {} : { of_line: one.ofLine }),
        ...(one.field && one.because
          ? { field: one.field, because: becauseOf({ field: one.field, code: one.because as never }) }
          : {}),
        ...(one.fields.length > 0 ? { fields: one.fields } : {}),
      })
  }
  return found.sort((a, b) => a.line - b.line)
}

const confirm = async (listId: string): Promise<void> => {
  const { version } = await nurse().releaseList.preview({ listId })
  await nurse().releaseList.confirm({ listId, requestId: newId(), seenVersion: version })
  await writeReleaseList({ serviceId, listId })
}

const stored = async (): Promise<Record<string, number>> => {
  const { rows } = await scene.owner.query(
    `select (select count(*)::int from person) as persons, (select count(*)::int from custody_episode) as episodes,
       (select count(*)::int from release_date_change) as dates, (select count(*)::int from dose) as doses,
       (select count(*)::int from care_plan) as plans, (select count(*)::int from case_fact) as facts`,
  )
  return rows[0]
}

describe('D07: a release list', () => {
  it('says per line what it would do, and writes nothing before it is confirmed', async () => {
    const before = await stored()
    const listId = await receive(FILE)
    expect(await linesOf(listId)).toEqual(EXPECTED)
    expect(await stored()).toEqual(before)
  })

  it.each([
    ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'))],
    ['LF alone', (text: string) => Buffer.from(text.replaceAll('\r\n', '\n'))],
    ['CRLF', (text: string) => Buffer.from(text.replaceAll(/\r?\n/g, '\r\n'))],
    ['line ends of both kinds', (text: string) => Buffer.from(text.replace('\r\n', '\n'))],
    ['UTF-16 with a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16, big end first', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('reads the same from a file with %s', async (_name, made) => {
    const listId = await receive(made(FILE.toString('utf8')))
    const results = (await linesOf(listId)).map(({ line, result }) => ({ line, result }))
    expect(results).toEqual(EXPECTED.map(({ line, result }) => ({ line, result })))
  })

  it('writes all good lines once; the same file again changes nothing, and undecided duplicates stay listed', async () => {
    const listId = await receive(FILE)
    await confirm(listId)
    const after = await stored()
    const groups = new Set(EXPECTED.filter((one) => one.result === 'new').map((one) => one.line)).size
    expect(after).toMatchObject({ persons: groups, episodes: groups, plans: 0 })
    const again = await receive(FILE)
    const results = await linesOf(again)
    expect(new Set(results.map((one) => one.result))).toEqual(new Set(['same', 'refused', 'possible-duplicate']))
    expect(results.filter((one) => one.result === 'possible-duplicate').map((one) => one.line)).toEqual(
      EXPECTED.filter((one) => one.result === 'possible-duplicate').map((one) => one.line),
    )
    await confirm(again)
    expect(await stored()).toEqual(after)
  })

  it('writes a decided duplicate as another person, or gives the known person the number', async () => {
    const listId = await receive(FILE)
    const waiting = (await linesOf(listId)).filter((one) => one.result === 'possible-duplicate')
    const before = await stored()
    await nurse().releaseList.decide({
      listId,
      line: waiting[0]?.line ?? 0,
      requestId: newId(),
      decision: 'other-person',
    })
    const { undecided } = await nurse().releaseList.decide({
      listId,
      line: waiting[1]?.line ?? 0,
      requestId: newId(),
      decision: 'same-person',
    })
    expect(undecided).toBe(waiting.length - 2)
    await confirm(listId)
    expect((await stored()).persons).toBe((before.persons ?? 0) + 1)
    const left = (await linesOf(await receive(FILE))).filter((one) => one.result === 'possible-duplicate')
    expect(left).toHaveLength(waiting.length - 2)
  })

  it('moves a date earlier, puts that line first, and never moves a recorded dose back', async () => {
    const header = FILE.toString('utf8').split('\n')[0]
    const line =
      'Z0001ZZ,Osei,Kwame,1980-01-02,male,en,sentenced,2026-01-05,2027-01-20,expected,GB,City,methadone,2026-11-20,yes,no'
    await confirm(await receive(Buffer.from(`${header}\n${line}\n`)))
    const moved = line.replace('2027-01-20', '2026-12-20').replace('2026-11-20', '2026-11-10')
    const other = line.replace('Z0001ZZ', 'Z0002ZZ').replace('Osei,Kwame', 'Lund,Per')
    const listId = await receive(Buffer.from(`${header}\n${other}\n${moved}\n`))
    const { lines } = await nurse().releaseList.lines({ listId, result: null, page: 1 })
    expect(lines.map(({ line, result, leavesSooner }) => ({ line, result, leavesSooner }))).toEqual([
      { line: 3, result: 'changed', leavesSooner: true },
      { line: 2, result: 'new', leavesSooner: false },
    ])
    expect(lines[0]?.fields).toEqual(['release_date'])
    await confirm(listId)
    const { rows } = await scene.owner.query(
      `select e.release_date::text, (select max(d.for_day)::text from dose d where d.episode_id = e.id) as dosed,
         (select count(*)::int from release_date_change c where c.episode_id = e.id) as dates
       from custody_episode e join person_identifier i on i.person_id = e.person_id where i.value = 'Z0001ZZ'`,
    )
    expect(rows).toEqual([{ release_date: '2026-12-20', dosed: '2026-11-20', dates: 2 }])
  })

  it('is read again and not written when the record has changed since the preview', async () => {
    const header = FILE.toString('utf8').split('\n')[0]
    const line = 'Z0003ZZ,Dahl,Ida,1981-03-02,female,nb,sentenced,2026-01-05,2027-01-20,expected,NO,,,,,'
    await confirm(await receive(Buffer.from(`${header}\n${line}\n`)))
    const listId = await receive(Buffer.from(`${header}\n${line.replace('2027-01-20', '2027-01-10')}\n`))
    await scene.owner.query(
      `update custody_episode e set release_date = '2027-01-10', version = version + 1
       from person_identifier i where i.person_id = e.person_id and i.value = 'Z0003ZZ'`,
    )
    await confirm(listId)
    expect((await nurse().releaseList.preview({ listId })).state).toBe('reading')
    await readReleaseList({ serviceId, listId })
    expect((await linesOf(listId)).map((one) => one.result)).toEqual(['same'])
  })

  it.each([
    ['an empty file', '', 'empty'],
    ['no header', 'a,b,c\n1,2,3\n', 'no-header'],
    ['a missing column', FILE.toString('utf8').replace(',last_dose_on', ',last_dose'), 'missing-columns'],
    ['a column twice', FILE.toString('utf8').replace(',sex', ',sex,sex'), 'repeated-columns'],
    [
      'a quote that never closes',
      `${FILE.toString('utf8').split('\n')[0]}\n"${'x'.repeat(200_000)}`,
      'could-not-be-read',
    ],
    ['50 MB packed into 50 kB', gzipSync(Buffer.alloc(50_000_000)), 'no-header'],
    ['a workbook', Buffer.from('PK\u0003\u0004[Content_Types].xml'), 'no-header'],
  ])('refuses %s as a whole, with the reason', async (_name, text, because) => {
    const { listId } = await receiveReleaseList(scene.people.northgateNurse, inChunks(Buffer.from(text as string)))
    expect(await nurse().releaseList.preview({ listId })).toMatchObject({ state: 'refused', refusedBecause: because })
  })

  it('confirms once: the same press is one effect, an old page is told', async () => {
    const listId = await receive(FILE)
    const { version } = await nurse().releaseList.preview({ listId })
    const press = { listId, requestId: newId(), seenVersion: version }
    await expect(
      nurse().releaseList.confirm({ ...press, requestId: newId(), seenVersion: version - 1 }),
    ).rejects.toMatchObject({
      message: 'changed-meanwhile',
    })
    await nurse().releaseList.confirm(press)
    await expect(nurse().releaseList.confirm(press)).resolves.toEqual({ state: 'writing' })
    await expect(nurse().releaseList.confirm({ ...press, requestId: newId() })).rejects.toMatchObject({
      message: 'refused',
    })
  })

  it('is not there for another prison', async () => {
    const listId = await receive(FILE)
    for (const other of [listId, newId()])
      await expect(scene.as(scene.people.eastfieldNurse).releaseList.preview({ listId: other })).rejects.toMatchObject({
        message: 'not-found',
      })
    await expect(receiveReleaseList(scene.people.harbourWorker, inChunks(FILE))).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})
