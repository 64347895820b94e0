import { newId } from '@throughcare/db/uuid'
import fc from 'fast-check'
import { LIMITS } from '../../src/access/limits.ts'
import { ask, said } from '../ask.ts'
import type { Told } from '../fixture.ts'
import { FIXTURES } from '../fixtures/all.ts'
import type { Procedure } from '../procedures.ts'
import { someoneWhoMay } from '../someone.ts'
import type { Stage } from '../stage.ts'
import { type Change, changed, changes } from './mutated.ts'
import { arbitraryOf } from './schema-arbitrary.ts'

/** What the fuzzing of one procedure came to. `faults` is empty when every answer was foreseen. */
export type Fuzzed = { calls: number; answered: number; refused: Map<string, number>; faults: string[] }

/** Presses on one case before it is replaced by a fresh one, on which good input works again. */
const PRESSES_ON_A_CASE = 8
/** Never the answer to bad input: the database was there all the time. */
const NOT_FORESEEN: readonly string[] = ['unavailable', 'not-signed-in', 'no-hat', 'too-many-attempts']
/** Whoever names nobody ten times in an hour is stopped, and whoever does what is limited too often: foreseen there alone. */
const STOPS_GUESSING = 'release.takeIn'
const hasLimit = (path: string) =>
  Object.hasOwn(
    LIMITS,
    path.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  )

/**
 * Sends bad input to a procedure as somebody who may use it: good input with something wrong in it, and values made from its
 * schema. Whatever comes must be an answer or a refusal that somebody foresaw.
 *
 * @param seed the same seed sends the same inputs
 */
export async function fuzz(stage: Stage, procedure: Procedure, runs: number, seed: number): Promise<Fuzzed> {
  const { path, schema } = procedure
  const fuzzed: Fuzzed = { calls: 0, answered: 0, refused: new Map(), faults: [] }
  let told = await someoneWhoMay(stage, procedure)
  const mutations = fc.sample(changes, { numRuns: runs, seed })
  const made = fc.sample(schema ? arbitraryOf(schema) : fc.anything(), { numRuns: Math.ceil(runs / 3), seed })
  for (const [run, mutation] of mutations.entries()) {
    if (run % PRESSES_ON_A_CASE === PRESSES_ON_A_CASE - 1)
      told = { ...told, of: await stage.fresh(told.hat, told.situation) }
    told = { ...told, requestId: newId() }
    // Every third input is made from the schema, the others are good ones with something wrong in them.
    const input = run % 3 === 2 ? made[Math.floor(run / 3)] : inputOf(told, path, mutation)
    const given = await ask(stage, { kind: 'hat', hat: told.hat }, path, input)
    await FIXTURES[path]?.afterwards?.(told)
    fuzzed.calls += 1
    if (given.kind === 'answered') fuzzed.answered += 1
    if (given.kind === 'refused') fuzzed.refused.set(given.error.code, (fuzzed.refused.get(given.error.code) ?? 0) + 1)
    if (given.kind === 'broken' || (given.kind === 'refused' && !isForeseen(path, given.error.code)))
      fuzzed.faults.push(`${path}, seed ${seed}, run ${run}: ${said(given).slice(0, 300)} for ${shortly(input)}`)
  }
  return fuzzed
}

function isForeseen(path: string, code: string): boolean {
  return !NOT_FORESEEN.includes(code) || (code === 'too-many-attempts' && (path === STOPS_GUESSING || hasLimit(path)))
}

function inputOf(told: Told, path: string, mutation: readonly Change[]): unknown {
  const input = FIXTURES[path]?.input(told)
  // Where good input is nothing at all, anything is too much.
  return input === undefined ? mutation[0]?.value : changed(input, mutation)
}

/** An input as text, short enough for a report. */
function shortly(input: unknown): string {
  const text = JSON.stringify(input, (_key, value: unknown) => {
    if (typeof value === 'string' && value.length > 60) return `${value.slice(0, 40)}… (${value.length})`
    if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return String(value)
    return value
  })
  return (text ?? 'nothing').slice(0, 600)
}
