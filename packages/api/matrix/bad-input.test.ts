import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { ask, said } from './ask.ts'
import type { Told } from './fixture.ts'
import { type Footprint, footprintOf } from './footprint.ts'
import { PROCEDURES, type Procedure } from './procedures.ts'
import { type PlaceKind, placesOf, type SchemaPlace, withValueAt } from './schema-places.ts'
import { goodInput, someoneWhoMay } from './someone.ts'
import { type Stage, setStage } from './stage.ts'

/** Bad input to every field of every procedure, found through the schemas, so that a field added later is tried too. */
let scene: Scene
let stage: Stage
let footprint: Footprint
const tried = new Map<string, number>()

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, [])
  footprint = await footprintOf(scene.owner)
})
afterAll(async () => {
  process.stdout.write(`\nBad input: ${[...tried].map(([what, times]) => `${what} ${times}`).join(', ')}\n`)
  await scene.close()
})

/** One case serves all refusals of a procedure: they change nothing. */
const standing = new Map<string, Promise<Told>>()
function someoneFor(procedure: Procedure): Promise<Told> {
  const known = standing.get(procedure.path) ?? someoneWhoMay(stage, procedure)
  standing.set(procedure.path, known)
  return known
}

/** Tries every value at every place of these kinds: each must be refused as bad input, and nothing written. */
async function refusedEverywhere(
  what: string,
  procedure: Procedure,
  kinds: readonly PlaceKind[],
  values: readonly unknown[],
  at: (place: SchemaPlace) => readonly string[] = ({ path }) => path,
): Promise<void> {
  const told = await someoneFor(procedure)
  const input = goodInput(procedure, told)
  footprint.forget()
  const before = await footprint.last()
  const faults: string[] = []
  const places = placesOf(procedure.schema, input)
  for (const place of places)
    for (const value of kinds.includes(place.kind) ? values : []) {
      const path = at(place)
      // A field that the procedure does take is no intruder.
      if (place.kind === 'object' && places.some((other) => other.path.join('.') === path.join('.'))) continue
      tried.set(what, (tried.get(what) ?? 0) + 1)
      const given = await ask(stage, { kind: 'hat', hat: told.hat }, procedure.path, withValueAt(input, path, value))
      const isRefused =
        given.kind === 'refused' &&
        given.error.code === 'invalid-input' &&
        given.error.fields.some((field) => path.join('.').startsWith(field.path) || field.path === place.path.join('.'))
      if (!isRefused) faults.push(`${path.join('.')}: ${said(given).slice(0, 200)}`)
    }
  expect(faults).toEqual([])
  expect(await footprint.take()).toBe(before)
}

const taking = PROCEDURES.filter(({ schema }) => schema !== null)

describe.each(taking)('$path', (procedure) => {
  it('A08: refuses fields that nobody asked for, at every level', async () => {
    for (const key of ['id', 'serviceId', 'ownerId', 'role', 'createdBy', 'version', 'status', 'deletedAt', 'demo'])
      await refusedEverywhere('A08', procedure, ['object'], ['x'], ({ path }) => [...path, key])
  })

  it('D01, D02, D05: refuses NUL, half a character and a book in every text', async () => {
    await refusedEverywhere(
      'D01 D02 D05',
      procedure,
      ['text'],
      ['a\u0000b', '\ud800', 'half \udc00 a character', 'x'.repeat(20_001)],
    )
  })

  it('D06: refuses days and instants that there are not', async () => {
    const days = ['2027-02-29', '2026-04-31', '0000-01-01', '9999-12-31', '275760-09-13', '2026-13-01', 'yesterday', '']
    await refusedEverywhere('D06 days', procedure, ['day'], days)
    const instants = [
      new Date(Number.NaN),
      new Date('0001-01-01T00:00:00Z'),
      new Date('9999-12-31T00:00:00Z'),
      new Date(8.64e15),
      '2026-03-26T09:00:00Z',
    ]
    await refusedEverywhere('D06 instants', procedure, ['instant'], instants)
  })

  it('A19: refuses numbers that no page and no version has', async () => {
    await refusedEverywhere(
      'A19',
      procedure,
      ['number'],
      [-1, 1.5, 2 ** 31, 1e300, Number.NaN, '1', '1; drop table person'],
    )
  })

  it('refuses ids that are none', async () => {
    await refusedEverywhere('ids', procedure, ['id'], ['', 'x', "' or 1=1 --", `${'0'.repeat(8)}`, 7, {}])
  })
})

it('has looked at every kind of field', () => {
  for (const what of ['A08', 'D01 D02 D05', 'D06 days', 'D06 instants', 'A19', 'ids'])
    expect(tried.get(what) ?? 0, what).toBeGreaterThan(20)
})
