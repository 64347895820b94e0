import { DEPOT_RULE_SET } from '@throughcare/domain/medication/medicine-table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anyHistory } from '../../testing/any-history.ts'
import type { ReadHistory } from '../../testing/put-histories.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import {
  compareCover,
  compareJoinedCover,
  historiesToCompare,
  historiesWithAgreement,
  isMixed,
} from '../../testing/second-cover.ts'
import { newId } from '../uuid.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('cover and days without a dose, a second time in SQL', () => {
  it('says of 300 generated histories what the engine says, day by day and in the count', async () => {
    const { disagreements, mix } = await compareCover(scene.owner, historiesToCompare(300))
    expect(disagreements).toEqual([])
    expect(mix.all).toBe(300)
    expect(isMixed(mix)).toBe(true)
  })
  it('counts the doses of a joined record for who may see both, as the engine does', async () => {
    const pairs = Array.from(
      { length: 40 },
      (_, index) => [anyHistory(30_000 + index), anyHistory(31_000 + index)] as const,
    )
    const { disagreements, changed } = await compareJoinedCover(scene.owner, scene.people.harbourWorker, pairs)
    expect(disagreements).toEqual([])
    expect(changed).toBeGreaterThan(10)
  })
  it('waits for whoever comes late by agreement, as the engine does', async () => {
    const waited = historiesWithAgreement(Array.from({ length: 600 }, (_, index) => anyHistory(20_000 + index)))
    expect(waited.length).toBeGreaterThan(20)
    expect((await compareCover(scene.owner, waited)).disagreements).toEqual([])
  })
  it('reads the windows that were approved for the country, as the engine does', async () => {
    const products = Object.fromEntries(
      Object.entries(DEPOT_RULE_SET.products).map(([medicine, rule]) => [
        medicine,
        { ...rule, windowEndsDay: rule.windowEndsDay + 3, reviewFromDay: rule.reviewFromDay + 5 },
      ]),
    )
    // And a first injection that holds for less than later ones do.
    const firstInjections = {
      'buprenorphine-weekly-depot': { ...DEPOT_RULE_SET.products['buprenorphine-weekly-depot'], windowEndsDay: 6 },
      'buprenorphine-monthly-depot': { ...DEPOT_RULE_SET.products['buprenorphine-monthly-depot'], windowEndsDay: 24 },
    }
    await scene.owner.query(
      `insert into rule_set_version (id, kind, country, version, body, own_words, source, review_by, state, proposed_at, proposed_by,
         approved_at, approved_by)
       values ($1, 'depot-windows', 'ZZ', 1, $2, 'as the clinic wrote it', 'the clinic', '2027-05-31', 'approved', '2020-01-01', $3,
         '2020-01-02', $4)`,
      [
        newId(),
        JSON.stringify({ products, firstInjections }),
        scene.people.administrator.accountId,
        scene.people.northgateManager.accountId,
      ],
    )
    const theirs = await compareCover(scene.owner, onDepots(5_000, 250), {
      ...DEPOT_RULE_SET,
      products,
      firstInjections,
    })
    expect(theirs.disagreements).toEqual([])
    expect(theirs.mix.depots).toBeGreaterThan(25)
    const alike = await compareCover(scene.owner, onDepots(7_000, 100), { ...DEPOT_RULE_SET, products })
    expect(alike.disagreements.length).toBeGreaterThan(0)
    const shipped = await compareCover(scene.owner, onDepots(6_000, 100))
    expect(shipped.disagreements.length).toBeGreaterThan(0)
  })
})

function onDepots(first: number, count: number): ReadHistory[] {
  return Array.from({ length: count }, (_, index) => anyHistory(first + index)).filter(({ history }) =>
    history.doses.some((dose) => dose.kind === 'depot'),
  )
}
