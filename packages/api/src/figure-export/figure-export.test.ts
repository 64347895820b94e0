import { newId } from '@throughcare/db/uuid'
import { figuresCsv } from '@throughcare/domain/figure-export/figures-csv'
import type { LeavingFigures } from '@throughcare/domain/figure-export/leaving-figures'
import { leavingLines } from '@throughcare/domain/figure-export/leaving-lines'
import { PLAIN_CSV_WORDS } from '@throughcare/domain/testing/plain-csv-words'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { type ToldRelease, tellRelease } from '../../testing/told-release.ts'
import { followFigures } from '../continuity/follow-figures.ts'
import { makeReports } from './make-reports.ts'

/** What a spreadsheet would run, as somebody could call a prison. */
const FORMULA = `=HYPERLINK("http://evil.example","HMP Eastfield")`
/** A Monday, ten in the morning in London. */
const AT_WORK = new Date('2026-04-20T09:00:00Z')
const AT_NIGHT = new Date('2026-04-20T22:30:00Z')

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await scene.owner.query(`update service set name = $1 where id = $2`, [FORMULA, scene.services.eastfield])
  const dosed = { treatment: {}, doses: [{ at: 20, day: '2026-03-28' }] } as const
  const late = { treatment: {}, doses: [{ at: 60, day: '2026-03-29' }] } as const
  const times = async (count: number, told: ToldRelease) => {
    for (let number = 0; number < count; number += 1)
      await tellRelease(scene, { ...told, name: `${told.name} ${number}` })
  }
  await times(41, { name: 'Dosed', ...dosed })
  await times(13, { name: 'Late', ...late })
  await times(16, { name: 'Silent', treatment: {} })
  // Fewer than ten of one kind, and more than the page inside hides.
  await times(6, {
    name: 'Taken home',
    treatment: {},
    doses: [{ at: 20, day: '2026-03-28', kind: 'take-home', outcome: 'issued' }],
  })
  await times(24, { name: 'There', prison: 'eastfield', ...dosed })
  await times(17, {
    name: 'There silent',
    prison: 'eastfield',
    treatment: {},
    releasedAt: new Date('2026-04-02T10:00:00Z'),
  })
  await scene.setClock(AT_WORK)
  await followFigures()
})
afterAll(() => scene.close())

const region = () => scene.as(scene.people.regionManager).figureExport
const northgate = () => scene.as(scene.people.northgateManager).figureExport
const make = (who = region) => who().make({ requestId: newId(), reason: 'for the board, about Dosed 1' })

/** The cells of a file as a spreadsheet reads them: quotes taken away, what stands in none is a number. */
function cellsOf(csv: string): (string | number)[][] {
  return csv
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"|([^,"]+)/g)].map(([, quoted, bare]) =>
        bare === undefined ? (quoted ?? '').replaceAll('""', '"') : Number(bare),
      ),
    )
}

/** Every count that stands in figures, and every difference of a total and a part of it. */
function countsIn({ figures }: LeavingFigures): number[] {
  return figures.flatMap((figure) => {
    if (figure.state !== 'collected') return []
    const rows = [figure.overall, ...figure.byMonth, ...figure.byPrison]
    const own = rows.flatMap(({ met, notMet, unknown, counted }) => [
      ...[met, notMet, unknown, counted],
      ...[met, notMet, unknown].map((part) => (part === 'hidden' || counted === 'hidden' ? 'hidden' : counted - part)),
    ])
    return [...own, ...figure.details.map(({ count }) => count)].filter((count) => count !== 'hidden')
  })
}

describe('figures that leave', () => {
  let ofRegion: string
  let ofNorthgate: string
  beforeAll(async () => {
    ofRegion = (await make(region)).exportId
    ofNorthgate = (await make(northgate)).exportId
  })

  it('A22: hold no count and no complement from 1 to 9, where the page shows smaller ones', async () => {
    const page = await scene
      .as(scene.people.northgateManager)
      .continuity.report({ from: null, to: null, prisonId: null })
    const small = JSON.stringify(page.figures).match(/"(met|notMet|unknown|counted|count)":[5-9]\b/g) ?? []
    expect(small.length).toBeGreaterThan(0)
    for (const [who, exportId, least] of [
      [northgate, ofNorthgate, 1],
      [region, ofRegion, 10],
    ] as const) {
      const { content } = await who().byId({ exportId })
      const counts = countsIn(content)
      expect(counts.length).toBeGreaterThan(least)
      expect(counts.filter((count) => count > 0 && count < 10)).toEqual([])
      expect(JSON.stringify(content.groups)).not.toMatch(/"(released|met|counted)":[1-9]\b/)
      // A cell of the file says what stands in the content, and nothing more.
      const cells = cellsOf(figuresCsv(content, PLAIN_CSV_WORDS)).slice(2)
      expect(cells).toHaveLength(leavingLines(content).length)
      const written = cells.flatMap((line) => line.slice(3, 7)).filter((cell) => typeof cell === 'number')
      expect(written.filter((count) => count > 0 && count < 10)).toEqual([])
      expect(cells.flat()).toContain('not shown')
    }
  })

  it('A22: name nobody, no day and no reason: months, prisons and codes', async () => {
    const exportId = ofRegion
    const { content, reason } = await region().byId({ exportId })
    expect(reason).toBe('for the board, about Dosed 1')
    const file = figuresCsv(content, PLAIN_CSV_WORDS)
    expect(file).not.toMatch(/Dosed|\d{4}-\d\d-\d\d|[0-9a-f]{8}-[0-9a-f]{4}-/)
    expect(JSON.stringify(content.figures)).not.toMatch(/\d{4}-\d\d-\d\d|[0-9a-f]{8}-[0-9a-f]{4}-|episode/)
  })

  it('D08: a prison that is called like a formula is a text in the file, and numbers are numbers', async () => {
    const exportId = ofRegion
    const { content } = await region().byId({ exportId })
    const cells = cellsOf(figuresCsv(content, PLAIN_CSV_WORDS))
    const names = cells.flat().filter((cell) => String(cell).includes('HYPERLINK'))
    expect(names.length).toBeGreaterThan(0)
    expect(new Set(names)).toEqual(new Set([`'${FORMULA}`]))
    const texts = cells.flat().filter((cell) => typeof cell === 'string')
    expect(texts.filter((text) => /^[\s\p{Cf}]*[=+\-@|%]/u.test(text))).toEqual([])
    const whole = cells.filter(([, part]) => part === 'whole')
    expect(whole.length).toBeGreaterThan(0)
    expect(whole.some((line) => typeof line[3] === 'number' && line[3] >= 10)).toBe(true)
  })

  it('are what the page shows, figure by figure, where ten and more are counted', async () => {
    const exportId = ofRegion
    const { content, carries } = await region().byId({ exportId })
    const page = await scene.as(scene.people.regionManager).continuity.report({ from: null, to: null, prisonId: null })
    expect(content.figures.map(({ indicator }) => indicator)).toEqual(page.figures.map(({ indicator }) => indicator))
    expect(content.figures.length).toBeGreaterThan(8)
    let same = 0
    for (const figure of content.figures) {
      const shown = page.figures.find(({ indicator }) => indicator === figure.indicator)
      expect(shown?.state).toBe(figure.state)
      if (figure.state !== 'collected' || shown?.state !== 'collected') continue
      for (const column of ['met', 'notMet', 'unknown', 'counted'] as const)
        if (figure.overall[column] !== 'hidden' && shown.figure[column] !== 'hidden') {
          expect([figure.indicator, column, figure.overall[column]]).toEqual([
            figure.indicator,
            column,
            shown.figure[column],
          ])
          same += 1
        }
    }
    expect(same).toBeGreaterThan(3)
    expect(carries).toContain('release')
  })

  it('stand in the trail: who made them, who opened them', async () => {
    const exportId = ofRegion
    await region().byId({ exportId })
    const { rows } = await scene.owner.query<{ action: string }>(
      `select action from audit_entry where $1 = any (fields) order by at, action`,
      [`export:${exportId}`],
    )
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['figure-export.by-id', 'figure-export.make']))
  })

  it('are the managers’ of the service: nobody else finds them, and no other role may ask', async () => {
    const exportId = ofNorthgate
    expect(await refusalOf(region().byId({ exportId }))).toMatchObject({ code: 'not-found' })
    const nurse = scene.as(scene.people.northgateNurse).figureExport
    expect(await refusalOf(nurse.byId({ exportId }))).toMatchObject({ code: 'not-allowed' })
    expect((await northgate().list({})).exports.some((one) => one.exportId === exportId)).toBe(true)
    expect((await region().list({})).exports.some((one) => one.exportId === exportId)).toBe(false)
  })
})

describe('out of hours', () => {
  const other = async () => {
    const { harbourManager: rita } = scene.people
    const membershipId = newId()
    await scene.owner.query(
      `insert into membership (id, account_id, service_id, role) values ($1, $2, $3, 'manager')`,
      [membershipId, rita.accountId, scene.services.region],
    )
    await scene.owner.query(`update session set membership_id = $1 where sid_hash = $2`, [
      membershipId,
      Buffer.from(rita.sidHash),
    ])
    const { serviceId, serviceName, serviceKind } = scene.people.regionManager
    return scene.as({ ...rita, membershipId, serviceId, serviceName, serviceKind }).figureExport
  }

  it('I09: another manager lets the figures go first, and managers are told; whoever made them cannot', async () => {
    await scene.setClock(AT_NIGHT)
    const made = await make()
    expect(made.because).toEqual(['out-of-hours'])
    const { exportId } = made
    expect(await refusalOf(region().byId({ exportId }))).toMatchObject({ code: 'refused' })
    const press = () => ({ requestId: newId(), exportId })
    expect(await refusalOf(region().approve(press()))).toMatchObject({ code: 'refused' })
    expect((await region().list({})).exports[0]).toMatchObject({ exportId, isReady: false, isOwn: true })
    const { rows } = await scene.owner.query(
      `select 1 from notice where kind = 'figure-export-waits' and service_id = $1`,
      [scene.services.region],
    )
    expect(rows).toHaveLength(1)

    const second = await other()
    expect(await refusalOf(second.byId({ exportId }))).toMatchObject({ code: 'refused' })
    await second.approve(press())
    expect((await region().byId({ exportId })).approvedBy).toBe('Rita Fonseca')
    expect(await refusalOf(second.approve(press()))).toMatchObject({ code: 'refused' })
    await scene.setClock(AT_WORK)
    expect((await make()).because).toEqual([])
  })
})

describe('the report of a month', () => {
  const reports = async () =>
    (
      await scene.owner.query(
        `select service_id, month, content from figure_export where kind = 'monthly-report' order by service_id`,
      )
    ).rows

  it('is made once on the first working day for every service with a manager, and they are told without a figure', async () => {
    await scene.owner.query(
      `insert into public_holiday (country, region, day, name) values ('GB', '', '2026-05-01', 'May Day')`,
    )
    await scene.setClock(new Date('2026-05-03T06:00:00Z'))
    await followFigures()
    // The weekend after a holiday: April's is not due, and what nobody made of March until then is long due.
    await makeReports()
    const before = (await reports()).length
    expect((await reports()).map(({ month }) => month)).not.toContain('2026-04')
    await scene.setClock(new Date('2026-05-04T04:17:00Z'))
    expect(await makeReports()).toBe(3)
    expect(await makeReports()).toBe(0)
    const made = await reports()
    expect(made).toHaveLength(before + 3)
    expect(new Set(made.map(({ month }) => month))).toContain('2026-04')
    const { rows } = await scene.owner.query(
      `select distinct service_id, audience, episode_id from notice where kind = 'monthly-report' and dedupe_key = 'monthly-report:2026-04'`,
    )
    expect(rows).toHaveLength(3)
    expect(rows.every(({ audience, episode_id }) => audience === 'managers' && episode_id === null)).toBe(true)
  })

  it('holds the figures that the managers’ own export holds, of months that are over', async () => {
    const { exports } = await northgate().list({})
    const report = exports.find(({ kind }) => kind === 'monthly-report')
    if (!report) throw new Error('there is no report')
    expect(report).toMatchObject({ month: '2026-04', isReady: true, madeBy: null, reason: null })
    const opened = await northgate().byId({ exportId: report.exportId })
    expect(opened.content.months.at(-1)).toBe('2026-04')
    await scene.setClock(new Date('2026-05-04T09:00:00Z'))
    const { exportId } = await make(northgate)
    const { content } = await northgate().byId({ exportId })
    expect(opened.content.figures.map((one) => (one.state === 'collected' ? one.overall : one.state))).toEqual(
      content.figures.map((one) => (one.state === 'collected' ? one.overall : one.state)),
    )
    expect(countsIn(opened.content).filter((count) => count > 0 && count < 10)).toEqual([])
  })

  it('counts nobody whose record is restricted, whoever is in the circle', async () => {
    const countedIn = async (month: string) => {
      const report = (await region().list({})).exports.find((one) => one.month === month)
      const { content } = await region().byId({ exportId: report?.exportId ?? '' })
      const figure = content.figures.find(({ indicator }) => indicator === 'dose-within-48-hours')
      return figure?.state === 'collected' ? figure.overall.counted : null
    }
    const before = await countedIn('2026-04')
    expect(before).toBeGreaterThan(20)
    await scene.owner.query(
      `insert into restriction (id, person_id, reason, review_on, set_at, set_by, set_service_id)
       select $3, n.id, 'threatened', '2026-12-01', app.now(), $1, $2 from person n where n.family_name like 'There 1%' order by n.id limit 1`,
      [scene.people.eastfieldNurse.accountId, scene.services.eastfield, newId()],
    )
    await scene.setClock(new Date('2026-06-01T05:17:00Z'))
    await followFigures()
    expect(await makeReports()).toBe(3)
    expect(await countedIn('2026-05')).toBe(Number(before) - 1)
  })
})
