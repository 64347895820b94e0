import { asActor } from '@throughcare/db/as-actor'
import { UNLOCKED_ROLE } from '@throughcare/db/testing/test-cluster'
import { CATEGORIES, type Category } from '@throughcare/domain/access/access-codes'
import { ACTIONS, type Action } from '@throughcare/domain/access/who-may'
import { WHO_MAY } from '@throughcare/domain/access/who-may-table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { ask, said } from './ask.ts'
import { CATEGORIES_SHOWN } from './canaries.ts'
import { FIXTURES } from './fixtures/all.ts'
import { type Footprint, footprintOf } from './footprint.ts'
import type { Hat } from './hats.ts'
import { type Locks, Pressed } from './pressed.ts'
import { PROCEDURES } from './procedures.ts'
import { type Stage, setStage, situationsOf } from './stage.ts'
import { Tally } from './tally.ts'
import { walk } from './walk.ts'

/** Actions that ask for a grant. */
const WHO_MAY_GRANTED: readonly Action[] = ACTIONS.filter((action) => 'grant' in WHO_MAY[action])

/** Nothing of it is stored as text yet. */
const WITHOUT_TEXT: readonly Category[] = ['network']

/** On two cores that others use as well. */
const SLOWEST_MS = 180_000

/** The tests of one run of the matrix: two for every procedure of the router. */
export function runMatrix(locks: Locks): void {
  let scene: Scene
  let stage: Stage
  let footprint: Footprint
  const tally = new Tally(locks === 'both' ? 'both locks' : 'application alone')

  beforeAll(async () => {
    scene = await openScene()
    if (locks === 'application') {
      const unlocked = new URL(scene.appUrl)
      unlocked.username = UNLOCKED_ROLE
      process.env.DATABASE_URL = unlocked.href
    }
    stage = await setStage(scene)
    footprint = await footprintOf(scene.owner)
  })
  afterAll(async () => {
    tally.print()
    await scene.close()
  })

  it('is run with the locks that it says', async () => {
    const [hat] = stage.hats
    if (!hat) throw new Error('there is nobody')
    const seen = await asActor(hat.actor, ({ tx }) => tx.$queryRaw<unknown[]>`select 1 from own_words`)
    const { rows } = await scene.owner.query('select 1 from own_words')
    expect(seen.length === rows.length).toBe(locks === 'application')
  })

  describe.each(PROCEDURES.filter(({ path }) => FIXTURES[path]))('$path', (procedure) => {
    const { path } = procedure
    const fixture = FIXTURES[path]

    it('is for nobody who is not signed in, and without a hat for nothing but their own session', async () => {
      const [hat] = stage.hats
      if (!hat || !fixture) throw new Error('there is nobody to ask')
      const of = stage.standing(hat, 'stranger')
      const input = fixture.input({ stage, hat, situation: 'stranger', of, requestId: of.listId })
      const before = await footprint.last()
      const refusal = (code: 'not-signed-in' | 'no-hat') =>
        said({ kind: 'refused', error: { code, details: {}, fields: [] } })
      expect(said(await ask(stage, { kind: 'anonymous' }, path, input))).toBe(refusal('not-signed-in'))
      tally.add(path, 'anonymous: not-signed-in')
      if (path.startsWith('access.')) return
      expect(said(await ask(stage, { kind: 'without-hat', hat }, path, input))).toBe(refusal('no-hat'))
      tally.add(path, 'without a hat: no-hat')
      expect(await footprint.take()).toBe(before)
    })

    if (WHO_MAY_GRANTED.includes(procedure.action))
      it('is for nobody without its grant, whatever the part', async () => {
        const before = await footprint.last()
        for (const hat of stage.hats)
          for (const situation of situationsOf(hat)) {
            const of = stage.standing(hat, situation)
            const input = fixture?.input({ stage, hat, situation, of, requestId: of.listId })
            const ungranted: Hat = { ...hat, actor: { ...hat.actor, grants: [] } }
            const answer = await ask(stage, { kind: 'hat', hat: ungranted }, path, input)
            expect(said(answer), `${hat.name}, ${situation}`).toBe(
              said({ kind: 'refused', error: { code: 'not-allowed', details: {}, fields: [] } }),
            )
            tally.add(path, 'denied: without the grant')
          }
        expect(await footprint.take()).toBe(before)
      })

    it('does for every role in every relation what WHO_MAY says, and nothing else', {
      timeout: SLOWEST_MS,
    }, async () => {
      const faults: string[] = []
      const pressed = new Pressed(
        locks,
        fixture?.about !== 'nothing' && (procedure.type === 'mutation' || fixture?.prepare !== undefined),
      )
      for (const hat of stage.hats)
        for (const walked of await walk(stage, footprint, procedure, hat, pressed)) {
          tally.add(path, walked.outcome)
          faults.push(...walked.faults.map((fault) => `${hat.name}, ${walked.situation}: ${fault}`))
        }
      expect(pressed.times).toBeGreaterThan(0)
      expect(faults).toEqual([])
      expect(tally.cellsOf(path)).toBeGreaterThan(10)
    })
  })

  it('has shown facts of every category to whom they are open, so that not showing them says something', () => {
    expect(CATEGORIES.filter((category) => !CATEGORIES_SHOWN.has(category))).toEqual(WITHOUT_TEXT)
  })
}
