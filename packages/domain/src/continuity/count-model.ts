import { type CountTable, isSmall, type Known } from './small-counts.ts'

/** `total` is the sum of `parts`; both are places in a list of counts. */
export type IndexedSum = { total: number; parts: readonly number[] }

/** Somebody who looks at the counts, with what he knows beside them. */
export type Reader = ReadonlyMap<number, Known>

/** All tables as one list of counts by place, and the sums between them. */
export type CountModel = {
  ids: readonly string[]
  values: readonly number[]
  isOnPage: readonly boolean[]
  /** Hidden for the sake of another page. */
  mustHide: ReadonlySet<number>
  /** Hidden last of all. */
  dear: ReadonlySet<number>
  isTotal: readonly boolean[]
  /** The most that one other organisation counts. */
  largest: readonly number[]
  sums: readonly IndexedSum[]
  /** For each count the sums that it stands in. */
  sumsOf: readonly (readonly number[])[]
  readers: readonly Reader[]
  /** Where the first reader can open cases among many: the place of somebody who looks at the same page and can open none. Null: the first stands for him. */
  stranger: number | null
}

/** What is left of a count for this reader once he has taken away those whom he can open himself. */
export function restFor(model: CountModel, reader: Reader, place: number): number {
  const known = reader.get(place)
  const value = model.values[place] ?? 0
  return typeof known === 'number' ? value - known : value
}

/** Whether he knows the count, shown or not: because he may open everybody in it, or reads it elsewhere. */
export function isKnownTo({ values }: Pick<CountModel, 'values'>, reader: Reader, place: number): boolean {
  const known = reader.get(place)
  return known !== undefined && (typeof known !== 'number' || (known > 0 && known === values[place]))
}

/** Whether it points at people that this reader does not know. */
export function isOpenTo(model: CountModel, reader: Reader, place: number, smallest: number): boolean {
  return !isKnownTo(model, reader, place) && isSmall(restFor(model, reader, place), smallest)
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
  const largest: number[] = []
  const mustHide = new Set<number>()
  const dear = new Set<number>()
  const readers: Map<number, Known>[] = [new Map()]
  const note = (place: number, known: ReadonlyMap<number, Known> | undefined) => {
    for (const [reader, of] of known ?? []) {
      while (readers.length <= reader) readers.push(new Map())
      readers[reader]?.set(place, of)
    }
  }
  for (const cell of tables.flatMap(({ cells }) => cells)) {
    let place = places.get(cell.id)
    if (place === undefined) {
      place = values.push(cell.count) - 1
      places.set(cell.id, place)
      isOnPage.push(cell.isOnPage ?? true)
      largest.push(cell.largest ?? 0)
    } else if (values[place] !== cell.count)
      throw new RangeError(`${cell.id} is ${values[place]} in one table and ${cell.count} in another`)
    else {
      isOnPage[place] = isOnPage[place] || (cell.isOnPage ?? true)
      largest[place] = Math.max(largest[place] ?? 0, cell.largest ?? 0)
    }
    if (cell.isHidden) mustHide.add(place)
    if (cell.isDear) dear.add(place)
    note(place, cell.known)
  }
  const placeOf = (id: string): number => {
    const place = places.get(id)
    if (place === undefined) throw new RangeError(`${id} stands in no table`)
    return place
  }
  const ids = [...places.keys()]
  const sums: IndexedSum[] = tables
    .flatMap((table) => table.sums)
    .map(({ total, parts }) => ({ total: placeOf(total), parts: parts.map(placeOf) }))
  const model = { ids, values, isOnPage, largest, readers }
  const withRests = [...sums, ...sums.flatMap((sum) => addRests(sum, model, smallest))]
  for (const reader of readers) addKnownZeros(reader, withRests, values)
  const hasMany = values.some((value) => value >= MANY)
  const stranger = hasMany && (readers[0]?.size ?? 0) > 0 ? readers.push(new Map()) - 1 : null
  return { ...model, mustHide, dear, stranger, sums: withRests, ...placesIn(withRests, values.length) }
}

/** Of fewer people what is hidden is kept from everybody alike: that it is at least one tells much where there are few (country 417 of the attack). */
const MANY = 100

/**
 * Whoever may open everybody in a total, and finds all of them in some of its parts, knows that nobody is in the others. What he knows by
 * himself no page can keep from him: to try would hide everything in vain.
 */
function addKnownZeros(reader: Map<number, Known>, sums: readonly IndexedSum[], values: readonly number[]): void {
  const isKnown = (place: number) => isKnownTo({ values }, reader, place)
  for (let isNew = reader.size > 0; isNew; ) {
    isNew = false
    for (const { total, parts } of sums) {
      if (!isKnown(total) || !parts.every((part) => isKnown(part) || values[part] === 0)) continue
      for (const part of parts.filter((each) => !isKnown(each))) {
        reader.set(part, 'seen')
        isNew = true
      }
    }
  }
}

type OpenModel = {
  ids: string[]
  values: number[]
  isOnPage: boolean[]
  largest: number[]
  readers: Map<number, Known>[]
}

function addRests({ total, parts }: IndexedSum, model: OpenModel, smallest: number): IndexedSum[] {
  // Of two parts, each is the rest of the other.
  if (parts.length < 3) return []
  return parts.flatMap((part) => {
    const { ids, values, readers } = model
    const value = (values[total] ?? 0) - (values[part] ?? 0)
    const rests = readers.map((reader) => restOf(reader, total, part))
    if (!rests.some((known) => known !== 'known' && isSmall(value - known, smallest))) return []
    const place = values.push(value) - 1
    ids.push(`${ids[total]} without ${ids[part]}`)
    model.isOnPage.push(false)
    model.largest.push(0)
    for (const [index, known] of rests.entries())
      if (known !== 0) readers[index]?.set(place, known === 'known' ? 'seen' : known)
    return [{ total, parts: [part, place] }]
  })
}

/** How many of the rest a reader can open; nothing is taken away that he knows only in part. */
function restOf(reader: Reader, total: number, part: number): number | 'known' {
  const [whole = 0, taken = 0] = [reader.get(total), reader.get(part)]
  if (typeof whole === 'number' && typeof taken === 'number') return Math.max(0, whole - taken)
  return typeof whole !== 'number' && typeof taken !== 'number' ? 'known' : 0
}

function placesIn(sums: readonly IndexedSum[], length: number): Pick<CountModel, 'isTotal' | 'sumsOf'> {
  const isTotal = new Array<boolean>(length).fill(false)
  const sumsOf = Array.from({ length }, (): number[] => [])
  for (const [index, { total, parts }] of sums.entries()) {
    isTotal[total] = true
    sumsOf[total]?.push(index)
    for (const part of parts) sumsOf[part]?.push(index)
  }
  return { isTotal, sumsOf }
}
