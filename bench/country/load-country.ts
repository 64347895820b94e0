import type { withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import { syntheticPersons } from '../synthetic-persons.ts'
import { tellAfter, tellEpisode, tellOf, tellPerson, tellPlan } from './case-rows.ts'
import { type Places, placeCountry } from './country-places.ts'
import { type CountrySize, countrySize } from './country-size.ts'
import { type CountryTable, openTables } from './country-tables.ts'
import { tellAppointment, tellKit, tellTreatment } from './dose-rows.ts'
import { draw, pickBy } from './draw.ts'
import { type EpisodeShape, isAgain, Shapes } from './episode-shape.ts'
import { type Categories, tellHandoffs, tellParts } from './handoff-rows.ts'
import { planTemplates } from './plan-templates.ts'

export type Superuser = Parameters<Parameters<typeof withSuperuser>[1]>[0]

export type LoadedCountry = {
  size: CountrySize
  places: Places
  rows: Record<CountryTable, number>
  /** Episodes whose plan, facts and doses are told. */
  detailed: number
  copySeconds: number
}

/** Nobody is loaded from before this in the list of tables that wait: many small packets, and the server is never far behind. */
const FLUSH_EVERY = 64

/**
 * Copies a country into an empty, migrated database. The same seed, number of episodes and hour make the same rows.
 *
 * @param now when it is loaded: releases are told up to it
 */
export async function copyCountry(
  superUrl: string,
  { episodes, seed, now }: { episodes: number; seed: number; now: number },
  categories: Categories,
): Promise<LoadedCountry> {
  const size = countrySize(episodes)
  const began = performance.now()
  const tables = await openTables(superUrl)
  const places = placeCountry(size, seed, now, tables)
  const shapes = new Shapes(size, seed, now, places)
  const templates = planTemplates(seed)
  const names = syntheticPersons(size.episodes, seed)
  // When a person's first custody began, for those who come again.
  const firstAdmitted = new Float64Array(size.episodes)
  let detailed = 0
  for (const shape of shapes) {
    if (!isAgain(shape.index)) firstAdmitted[shape.index] = shape.admitted
    tellCase(shape)
    if (shape.isDetailed) detailed += 1
    if (shape.index % FLUSH_EVERY === 0) for (const table of Object.values(tables)) await table.flush()
  }
  for (const table of Object.values(tables)) await table.close()
  const rows = Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows]))
  return {
    size,
    places,
    rows: rows as Record<CountryTable, number>,
    detailed,
    copySeconds: (performance.now() - began) / 1000,
  }

  function tellCase(shape: EpisodeShape): void {
    const { index } = shape
    const told = tellOf(shape, seed, now, firstAdmitted[shape.personOf] as number)
    const name = names.next()
    if (!isAgain(index) && !name.done) tellPerson(told, name.value, tables)
    tellEpisode(told, tables)
    const handoffs = tellHandoffs(told, places, categories, tables, now)
    const held = handoffs.filter(({ status }) => ['acknowledged', 'accepted', 'in-progress', 'done'].includes(status))
    const holderOf = (area: string) => {
      const found = held.find((each) => each.area === area)
      return found ? { id: found.to.id, worker: found.worker } : null
    }
    const omt = handoffs.find(({ area }) => area === 'omt')
    const nearest = omt?.to ?? pickBy(draw(seed, index, 52), places.byKind['drug-service'] ?? [])
    const dosing = { id: nearest.id, worker: omt?.worker ?? (nearest.workers[0] as string) }
    tellPlan(told, pickBy(draw(seed, index, 25), templates), holderOf, tables, now)
    tellTreatment(told, dosing, tables, shapes.today)
    tellAppointment(told, dosing, tables, now)
    tellKit(told, tables)
    tellAfter(told, dosing, tables, now)
    tellParts(told, handoffs, categories, tables)
  }
}
