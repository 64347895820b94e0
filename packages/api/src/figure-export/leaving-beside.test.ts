import { newId } from '@throughcare/db/uuid'
import type { LeavingFigures } from '@throughcare/domain/figure-export/leaving-figures'
import { leavingLines } from '@throughcare/domain/figure-export/leaving-lines'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { type ToldRelease, tellRelease } from '../../testing/told-release.ts'
import { followFigures } from '../continuity/follow-figures.ts'
import { makeReports } from './make-reports.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  const acknowledged = (after: number) =>
    [
      {
        moves: [
          ['send', -30],
          ['acknowledge', -30 + after],
        ],
      },
    ] as const satisfies ToldRelease['handoffs']
  const times = async (count: number, told: ToldRelease, barrier?: { code: string; area: string }) => {
    for (let number = 0; number < count; number += 1) {
      const { episodeId } = await tellRelease(scene, { ...told, name: `${told.name} ${number}` })
      if (barrier)
        await scene.owner.query(
          `insert into barrier (id, episode_id, version, area, code, level, since, recorded_at, recorded_by)
           select $1, $2, 1, $3, $4, 'service', '2026-03-16', $5, $6`,
          [
            newId(),
            episodeId,
            barrier.area,
            barrier.code,
            '2026-03-17T10:00:00Z',
            scene.people.northgateNurse.accountId,
          ],
        )
    }
  }
  const dosed = { treatment: {}, doses: [{ at: 20, day: '2026-03-28' }] } as const
  const couple = { code: 'no-couples', area: 'partner' }
  await times(24, { name: 'Soon', ...dosed, handoffs: acknowledged(1) }, couple)
  await times(22, { name: 'Later', treatment: {}, handoffs: acknowledged(20) }, { code: 'waiting-list', area: 'omt' })
  await times(6, { name: 'Taken', ...dosed, handoffs: acknowledged(60) }, { code: 'no-id', area: 'omt' })
  await times(31, { name: 'There', prison: 'eastfield', ...dosed }, { code: 'no-id', area: 'omt' })
  await scene.owner.query(
    `insert into figure_annotation (id, service_id, kind, indicator, month, name, percent, written_at, written_by)
     values ($1, $2, 'target', 'dose-within-48-hours', '2026-03', 'Ours', 80, $3, $4)`,
    [newId(), scene.services.northgate, '2026-04-01T10:00:00Z', scene.people.northgateManager.accountId],
  )
  await scene.setClock(new Date('2026-04-20T09:00:00Z'))
  await followFigures()
})
afterAll(() => scene.close())

type Who = 'northgateManager' | 'regionManager' | 'harbourManager'
async function leave(who: Who): Promise<LeavingFigures> {
  const { figureExport } = scene.as(scene.people[who])
  const { exportId } = await figureExport.make({ requestId: newId(), reason: 'for the board' })
  return (await figureExport.byId({ exportId })).content
}

describe('the other pages of figures as they leave', () => {
  it.each<Who>(['northgateManager', 'regionManager', 'harbourManager'])(
    'A22: hold no count from 1 to 9: %s',
    async (who) => {
      const content = await leave(who)
      const counts = leavingLines(content).flatMap(({ cells: { counted, met, notMet, unknown, value, unit } }) => [
        ...[counted, met, notMet, unknown],
        ...(unit === 'people' ? [value] : []),
        ...[met, notMet, unknown].map((part) =>
          typeof counted === 'number' && typeof part === 'number' ? counted - part : undefined,
        ),
      ])
      expect(counts.filter((count) => typeof count === 'number' && count >= 10).length).toBeGreaterThan(10)
      expect(counts.filter((count) => typeof count === 'number' && count > 0 && count < 10)).toEqual([])
    },
  )

  it('FIG-7: tell what the pages tell, where ten and more are counted', async () => {
    const { beside } = await leave('northgateManager')
    const { continuity, barrier } = scene.as(scene.people.northgateManager)
    const flow = await continuity.flow({ breakdown: null, group: null })
    for (const [place, step] of (beside?.flow.steps ?? []).entries())
      for (const column of ['met', 'counted', 'notMet', 'unknown', 'lost'] as const)
        if (typeof step[column] === 'number')
          expect([step.step, step[column]]).toEqual([step.step, flow.all[place]?.[column]])
    expect(beside?.flow.released).toBe(52)
    expect(beside?.flow.steps.find(({ step }) => step === 'dosed')).toMatchObject({ met: 30, counted: 52, unknown: 22 })
    // Six of 52 took longer than a day: a file does not tell where they begin.
    const [length] = beside?.lengths ?? []
    expect(length).toMatchObject({ state: 'shown', median: 72, about: 50, open: 0 })
    const [onPage] = (await continuity.report({ from: null, to: null, prisonId: null })).lengths
    expect(onPage).toMatchObject({ median: 24, p90: 72 })
    const curve = beside?.curves.find((each) => each.curve === 'acknowledgement')?.shown
    const { overall } = await continuity.curves({ curve: 'acknowledgement', breakdown: null })
    const momentsOf = (shown: typeof overall | undefined) => shown?.points.map(({ hours }) => hours) ?? []
    expect(momentsOf(curve).length).toBeGreaterThan(2)
    expect(momentsOf(overall)).toEqual(expect.arrayContaining(momentsOf(curve)))
    expect(beside?.couples).toEqual([{ prison: null, refused: 24 }])
    const { byCode } = await barrier.report({ months: 12 })
    expect(byCode.map(({ key, all }) => [key, all])).toEqual([
      ['no-id', 6],
      ['waiting-list', 22],
      ['no-couples', 24],
    ])
    const left = beside?.barriers?.byCode ?? []
    expect(left.find(({ key }) => key === 'no-id')).toMatchObject({ all: null, days: null })
    expect(left.filter(({ all }) => all === null).length).toBeGreaterThan(1)
  })

  it('FIG-31: of deaths a region alone is told, and of couples no service', async () => {
    const [prison, region, service] = await Promise.all(
      (['northgateManager', 'regionManager', 'harbourManager'] as const).map(leave),
    )
    expect([prison?.beside?.deaths, service?.beside?.deaths]).toEqual([[], []])
    expect(region?.beside?.couples.map(({ prison: name }) => name)).toEqual([null, 'HMP Eastfield', 'HMP Northgate'])
    expect(service?.beside?.couples).toEqual([])
  })

  it('hold no figure that is closed to managers', async () => {
    const { figures, beside } = await leave('northgateManager')
    expect(figures.map(({ indicator }) => indicator)).not.toContain('both-partners-in-treatment')
    expect(beside?.lengths.map(({ indicator }) => indicator)).toEqual(['hours-to-acknowledge'])
  })

  it('say what the months say and the target, and not what was written on the chart', async () => {
    const content = await leave('northgateManager')
    const figure = content.figures.find(({ indicator }) => indicator === 'dose-within-48-hours')
    expect(figure?.state === 'collected' && figure.reading).toMatchObject({ variation: 'unknown', target: 0.8 })
    expect(JSON.stringify(content)).not.toContain('Ours')
  })

  it('stand in the report of a month, which nobody asked for, as in a file', async () => {
    await scene.setClock(new Date('2026-05-05T09:00:00Z'))
    await followFigures()
    expect(await makeReports()).toBeGreaterThan(2)
    const { figureExport } = scene.as(scene.people.northgateManager)
    const report = (await figureExport.list({})).exports.find(({ month }) => month === '2026-04')
    const { content } = await figureExport.byId({ exportId: report?.exportId ?? '' })
    expect(content.beside).toEqual((await leave('northgateManager')).beside)
    expect(content.beside?.barriers?.total.all).toBeGreaterThan(40)
  })
})
