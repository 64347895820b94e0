import { Planner, type Statement, Statements } from '@throughcare/db/testing/statements'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { ask, said } from './ask.ts'
import type { StoredCase } from './case-to-store.ts'
import { expectedOf } from './expected.ts'
import { FIXTURES } from './fixtures/all.ts'
import { PROCEDURES } from './procedures.ts'
import { type Stage, setStage } from './stage.ts'
import { ghostCase } from './stored-case.ts'

/** Whether somebody else's id and an id that never was can be told apart by what the database is asked. */
let scene: Scene
let stage: Stage
let statements: Statements
let planner: Planner
let cells = 0

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, ['stranger'])
  planner = await Planner.open(scene.appUrl)
  statements = new Statements()
})
afterAll(async () => {
  statements.end()
  await planner.close()
  process.stdout.write(
    `\nExistence: ${cells} look-ups of somebody else's id and of an id that never was, statement by statement\n`,
  )
  await scene.close()
})

const ABOUT_AN_ID = PROCEDURES.filter(({ path }) => ['case', 'handoff'].includes(FIXTURES[path]?.about ?? ''))

describe('A10: an id of somebody else and one that never was', () => {
  it.each(ABOUT_AN_ID)(
    '$path runs the same statements in plans of the same shape, and says the same',
    async (procedure) => {
      const fixture = FIXTURES[procedure.path]
      const hat = stage.hats.find((one) => {
        const expected = fixture && expectedOf(procedure, fixture, { hat: one, situation: 'stranger', isInside: true })
        return expected?.kind === 'denied' && expected.codes.includes('not-found')
      })
      if (!fixture || !hat) throw new Error(`${procedure.path}: nobody gets as far as an id`)
      const look = async (of: StoredCase) => {
        const input = fixture.input({ stage, hat, situation: 'stranger', of, requestId: ghostCase(true).planId })
        statements.take()
        const answer = said(await ask(stage, { kind: 'hat', hat }, procedure.path, input))
        return { answer, ran: statements.take() }
      }
      const theirs = stage.standing(hat, 'stranger')
      await look(ghostCase(theirs.isInside))
      const ghost = await look(ghostCase(theirs.isInside))
      const real = await look(theirs)
      expect(real.answer).toBe(ghost.answer)
      expect(real.ran.map(({ text }) => text)).toEqual(ghost.ran.map(({ text }) => text))
      expect(real.ran.length).toBeGreaterThan(0)
      const shapes = (ran: readonly Statement[]) => planner.shapes(hat.actor, ran)
      expect(await shapes(real.ran)).toEqual(await shapes(ghost.ran))
      cells += 1
    },
  )
})
