import type { CountTable } from './small-counts.ts'

/** `total` is the sum of `parts`; both are places in a list of counts. */
export type IndexedSum = { total: number; parts: readonly number[] }

/** Somebody who looks: what is left of each count once he has taken away those whom he can open himself. */
export type Reader = {
  rest: readonly number[]
  /** Whether he knows the count anyway, because he may open everybody in it. */
  knows: readonly boolean[]
}

/** All tables as one list of counts by place, and the sums between them. */
export type CountModel = {
  ids: readonly string[]
  values: readonly number[]
  isOnPage: readonly boolean[]
  isTotal: readonly boolean[]
  sums: readonly IndexedSum[]
  /** For each count the sums that it stands in. */
  sumsOf: readonly (readonly number[])[]
  readers: readonly Reader[]
}

/**
 * Puts tables together: what bears one id in two of them is one count. Beside each sum stand the small rests of it, the
 * total without one part, as counts of their own that no page shows.
 *
 * @throws RangeError when one id has two counts, or a sum names a count that no table has
 */
export function countModel(tables: readonly CountTable[], smallest: number): CountModel {
  const places = new Map<string, number>()
  const values: number[] = []
  const isOnPage: boolean[] = []
  const known: (readonly (number | 'all')[])[] = []
  for (const { id, count, isOnPage: isShown = true, known: ofReaders = [] } of tables.flatMap(({ cells }) => cells)) {
    const place = places.get(id)
    if (place === undefined) {
      places.set(id, values.push(count) - 1)
      isOnPage.push(isShown)
      known.push(ofReaders)
      continue
    }
    if (values[place] !== count) throw new RangeError(`${id} is ${values[place]} in one table and ${count} in another`)
    isOnPage[place] = isOnPage[place] || isShown
  }
  const placeOf = (id: string): number => {
    const place = places.get(id)
    if (place === undefined) throw new RangeError(`${id} stands in no table`)
    return place
  }
  const sums: IndexedSum[] = tables
    .flatMap((table) => table.sums)
    .map(({ total, parts }) => ({ total: placeOf(total), parts: parts.map(placeOf) }))
  const readers = readersOf(values, known)
  const ids = [...places.keys()]
  for (const sum of [...sums])
    for (const part of sum.parts) {
      // Of two parts, each is the rest of the other.
      if (sum.parts.length < 3 || !readers.some(({ rest }) => isSmall(restOf(rest, sum.total, part), smallest)))
        continue
      const place = values.push(restOf(values, sum.total, part)) - 1
      ids.push(`${ids[sum.total]} without ${ids[part]}`)
      isOnPage.push(false)
      for (const { rest, knows } of readers) {
        rest.push(restOf(rest, sum.total, part))
        knows.push(Boolean(knows[sum.total] && knows[part]))
      }
      sums.push({ total: sum.total, parts: [part, place] })
    }
  const isTotal = values.map(() => false)
  const sumsOf: number[][] = values.map(() => [])
  for (const [index, { total, parts }] of sums.entries()) {
    isTotal[total] = true
    for (const place of [total, ...parts]) sumsOf[place]?.push(index)
  }
  return { ids, values, isOnPage, isTotal, sums, sumsOf, readers }
}

/** Zero points at nobody. */
export function isSmall(count: number, smallest: number): boolean {
  return count > 0 && count < smallest
}

function restOf(counts: readonly number[], total: number, part: number): number {
  return (counts[total] ?? 0) - (counts[part] ?? 0)
}

type OpenReader = { rest: number[]; knows: boolean[] }

/** Without a word about readers, one who can open nobody. */
function readersOf(values: readonly number[], known: readonly (readonly (number | 'all')[])[]): OpenReader[] {
  const most = known.reduce((longest, each) => Math.max(longest, each.length), 1)
  return Array.from({ length: most }, (_, index): OpenReader => {
    const rest = values.map((value, place) => {
      const own = known[place]?.[index] ?? 0
      return own === 'all' ? 0 : value - own
    })
    return {
      rest,
      knows: values.map((value, place) => rest[place] === 0 && (value > 0 || known[place]?.[index] === 'all')),
    }
  })
}
