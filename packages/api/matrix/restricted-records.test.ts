import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import type { StoredCase } from './case-to-store.ts'
import { FIXTURES } from './fixtures/all.ts'
import type { Hat } from './hats.ts'
import { ABOUT_NOBODY, answerOf, castColleague, differences, everythingOf, READINGS, restrictTo } from './outsider.ts'
import { PROCEDURES, type Procedure } from './procedures.ts'
import { runRestrictedHistories } from './restricted-histories.ts'
import type { SituationName } from './situations.ts'
import { type Stage, setStage } from './stage.ts'
import { ghostCase } from './stored-case.ts'

/** A restricted record against one that is not there, by everything that somebody outside its circle can ask. */
let scene: Scene
let stage: Stage
beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, ['own'])
})
afterAll(() => scene.close())

const RUNS = 3
const SEED = Number(process.env.RESTRICTED_SEED ?? 20_260_326)

const PLACES: readonly [string, SituationName][] = [
  ['prison-health at A prison-health', 'own'],
  ['prison-health at A prison-health', 'let-go'],
  ['caseworker at A drug-service', 'accepted'],
  ['manager at A drug-service', 'offered'],
]

const hatOf = (name: string): Hat => {
  const found = stage.hats.find((hat) => hat.name === name)
  if (!found) throw new Error(`there is no ${name}`)
  return found
}

it('A17: whoever is in the circle finds the record in many places, so that its absence there is seen', async () => {
  const nurse = hatOf('prison-health at A prison-health')
  const asked = { hat: nurse, situation: 'own', of: ghostCase(true) } as const
  const before = await everythingOf(stage, asked)
  const of = await stage.fresh(nurse, 'own')
  await restrictTo(stage, of, [nurse])
  const after = await everythingOf(stage, asked)
  const changed = Object.keys(after).filter((path) => after[path] !== before[path])
  expect(changed).toEqual(expect.arrayContaining(['release.board', 'gap.board', 'ringList.list']))
  expect(await answerOf(stage, { path: 'person.search' } as Procedure, { ...asked, of })).toContain(of.episodeId)
})

it('A17: random histories of restricted persons leave everything that others can fetch as it was', {
  timeout: 240_000,
}, async () => {
  const told = await runRestrictedHistories(stage, { runs: RUNS, seed: SEED })
  console.info(`restricted histories: ${JSON.stringify(told)}`)
  expect(told.faults).toEqual([])
  expect(told.done).toBeGreaterThan(RUNS)
})

describe.each(PLACES)('A17: for a colleague outside the circle: %s, %s', (name, situation) => {
  let colleague: Hat
  let ghost: StoredCase
  let of: StoredCase
  const before: Record<string, string> = {}
  const asked = (about: StoredCase = ghost) => ({ hat: colleague, situation, of: about })
  beforeAll(async () => {
    colleague = await castColleague(stage, hatOf(name))
    // Somebody who is not there, of the very name and number that the restricted person will have.
    const last = await stage.fresh(hatOf('manager at A region'), 'stranger')
    const next = String(Number(last.number.slice(1)) + 1).padStart(5, '0')
    ghost = { ...ghostCase(stage.isInside(hatOf(name), situation)), familyName: `Kestrel${next}`, number: `K${next}` }
    for (const reading of READINGS) before[reading.path] = await answerOf(stage, reading, asked())
    of = await stage.fresh(hatOf(name), situation)
    expect(of.familyName).toBe(ghost.familyName)
    await restrictTo(stage, of, [hatOf(name)])
  })

  it('nothing that can be fetched is otherwise than before the person was known', async () => {
    expect(differences(before, await everythingOf(stage, asked()))).toEqual([])
  })

  it('its ids, names and numbers are answered as ids, names and numbers that never were', async () => {
    const faults: string[] = []
    let examined = 0
    for (const procedure of PROCEDURES) {
      const { path, type } = procedure
      const about = FIXTURES[path]?.about
      // A list of releases is the prison's own file, whoever is on it.
      const isOfNobody = ABOUT_NOBODY.includes(path) || path.startsWith('releaseList.')
      if (!about || isOfNobody || type === 'subscription' || (type === 'mutation' && about === 'nothing')) continue
      examined += 1
      const real = await answerOf(stage, procedure, asked(of))
      const none = before[path] ?? (await answerOf(stage, procedure, asked()))
      if (real !== none) faults.push(`${path}: ${real.slice(0, 200)} and not ${none.slice(0, 200)}`)
    }
    expect(examined).toBeGreaterThan(100)
    expect(faults).toEqual([])
  })
})
