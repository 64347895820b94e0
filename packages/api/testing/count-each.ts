import { COUNT_OUTCOMES } from '@throughcare/domain/continuity/count-codes'
import type { Indicator } from '@throughcare/domain/continuity/indicators'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followFigures } from '../src/continuity/follow-figures.ts'
import { openScene, type Scene } from './scene.ts'
import { type ToldRelease, tellRelease } from './told-release.ts'

/** A release as records tell it, and how the figure counts it: `met supervised`. One line is one person. */
export type CountedLine = readonly [name: string, told: Partial<ToldRelease>, counts: string]

/** Holds a figure to a table of releases: each is written into a database, and the prison's own list says how it counted. */
export function describeFigure(indicator: Indicator, lines: readonly CountedLine[]): void {
  describe(indicator, () => {
    let scene: Scene
    const counted = new Map<string, string[]>()

    beforeAll(async () => {
      scene = await openScene()
      for (const [name, told] of lines) await tellRelease(scene, { name, ...told })
      await scene.setClock(new Date('2026-04-20T09:00:00Z'))
      await followFigures()
      const { continuity } = scene.as(scene.people.northgateNurse)
      for (const outcome of COUNT_OUTCOMES) {
        const answer = await continuity.cases({ indicator, outcome, from: null, to: null, prisonId: null, page: 1 })
        for (const { familyName, detail } of answer.cases)
          counted.set(familyName, [...(counted.get(familyName) ?? []), `${outcome} ${detail}`])
      }
    })
    afterAll(() => scene.close())

    it.each(lines.map(([name, , counts]) => [name, counts]))('%s: %s', (name, counts) => {
      expect(counted.get(name)).toEqual([counts])
    })

    it('counts everybody once', () => {
      expect([...counted.keys()].toSorted()).toEqual(lines.map(([name]) => name).toSorted())
    })
  })
}
