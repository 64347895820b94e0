import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followFigures } from '../src/continuity/follow-figures.ts'
import { openScene, type Scene } from '../testing/scene.ts'
import { accessIn, accessOf } from './database/access.ts'
import { findFunctions } from './database/catalogue.ts'
import { ANSWERING } from './database/function-rules.ts'
import { DOORS, TELLING_NOTHING, UPKEEP } from './database/quiet-functions.ts'
import { QUEUE_SCHEMA } from './database/table-rules.ts'
import { tryOut } from './database/tries.ts'
import { type Stage, setStage, situationsOf } from './stage.ts'
import { Tally } from './tally.ts'

/** The functions of the database, asked by every hat about every case: those that look past the policies hold by themselves. */
let scene: Scene
let stage: Stage
const tally = new Tally('database alone, functions')

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene)
  await followFigures()
})
afterAll(async () => {
  tally.print()
  await scene.close()
})

describe('every function that the app role may call', () => {
  it('is listed', async () => {
    const listed: readonly string[] = [...Object.keys(ANSWERING), ...TELLING_NOTHING, ...DOORS, ...UPKEEP]
    const callable = (await findFunctions(scene.owner)).filter((name) => !name.startsWith(`${QUEUE_SCHEMA}.`))
    expect(callable.length).toBeGreaterThan(20)
    expect(
      callable
        .filter((name) => !listed.includes(name))
        .map((name) => `${name}: say in matrix/database to whom it answers`),
    ).toEqual([])
    expect(listed.filter((name) => !callable.includes(name))).toEqual([])
  })

  it('fills holidays for the system actor alone', async () => {
    const [hat] = stage.hats
    if (!hat) throw new Error('there is nobody')
    await tryOut(accessIn(hat, 'stranger'), async (tx) => {
      const filled = tx.$executeRawUnsafe(`select app.fill_holidays('GB', array[2026], '[]')`)
      await expect(filled).rejects.toThrow('only the system actor')
    })
  })
})

describe.each(Object.entries(ANSWERING))('%s', (name, rule) => {
  it('names a case only to whom it may', async () => {
    const faults: string[] = []
    for (const hat of stage.hats) {
      const access = accessOf(stage, hat)
      for (const situation of situationsOf(hat)) {
        const of = stage.standing(hat, situation)
        const { sql, values } = rule.ask(of)
        let said: string[] = []
        await tryOut(accessIn(hat, situation), async (tx) => {
          const rows = await tx.$queryRawUnsafe<{ said: string | null }[]>(sql, ...values)
          said = rows.flatMap((row) => row.said ?? [])
        })
        const isNamed = said.some((id) => id === of.episodeId || id === of.personId)
        const may = rule.answers(accessIn(hat, situation))
        tally.add(name, may ? 'answered' : 'silent')
        if (isNamed !== may) faults.push(`${hat.name}, ${situation}: ${may ? 'hears nothing' : 'is told'}`)
        // Whatever was asked, nobody else's case stands in the answer.
        const others = said.filter((id) => {
          const to = access.get(id)
          return to === undefined || !rule.answers(to)
        })
        if (others.length > 0) faults.push(`${hat.name}, ${situation}: is told of ${others.length} cases of others`)
      }
    }
    expect(faults).toEqual([])
  })
})
