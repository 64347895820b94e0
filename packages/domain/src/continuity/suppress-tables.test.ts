import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CountTable, Sum } from './small-counts.ts'
import { suppressTables } from './suppress-tables.ts'

type Cell = { id: string; value: number; isOnPage: boolean }

function suppress(cells: readonly Cell[], sums: CountTable['sums']): ReadonlySet<string> {
  return suppressTables([{ cells: cells.map(({ value, ...cell }) => ({ ...cell, count: value })), sums }]).hidden
}

/** A table with its row totals, column totals and grand total, as cells and sums. Cell `1:2` is row 1, column 2. */
function table(rows: number[][]): { cells: Cell[]; sums: Sum[] } {
  const width = rows[0]?.length ?? 0
  const at = (row: number | 'all', column: number | 'all') => `${row}:${column}`
  const sumOf = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0)
  const column = (index: number) => rows.map((row) => row[index] ?? 0)
  const rowIndexes = rows.map((_, index) => index)
  const columnIndexes = Array.from({ length: width }, (_, index) => index)
  const cell = (id: string, value: number): Cell => ({ id, value, isOnPage: true })
  return {
    cells: [
      ...rows.flatMap((row, index) => row.map((value, each) => cell(at(index, each), value))),
      ...rows.map((row, index) => cell(at(index, 'all'), sumOf(row))),
      ...columnIndexes.map((index) => cell(at('all', index), sumOf(column(index)))),
      cell(at('all', 'all'), sumOf(rows.flat())),
    ],
    sums: [
      ...rowIndexes.map((row) => ({ total: at(row, 'all'), parts: columnIndexes.map((each) => at(row, each)) })),
      ...columnIndexes.map((each) => ({ total: at('all', each), parts: rowIndexes.map((row) => at(row, each)) })),
      { total: at('all', 'all'), parts: rowIndexes.map((row) => at(row, 'all')) },
      { total: at('all', 'all'), parts: columnIndexes.map((each) => at('all', each)) },
    ],
  }
}

describe('FIG-7: what a reader knows by himself', () => {
  /** Of a hundred two are counted, both of them open to the reader, and another page hides that. */
  const figure = (known: ReadonlyMap<number, number> | undefined) => {
    const hidden = { isHidden: true }
    return {
      cells: [
        { id: 'released', count: 100 },
        { id: 'first', count: 60 },
        { id: 'second', count: 40 },
        { id: 'counted', count: 2, ...hidden, ...(known ? { known } : {}) },
        { id: 'unknown', count: 2, ...hidden, ...(known ? { known } : {}) },
        { id: 'met', count: 0, ...hidden },
        { id: 'not met', count: 0, ...hidden },
        { id: 'left out', count: 98, ...hidden },
      ],
      sums: [
        { total: 'released', parts: ['first', 'second'] },
        { total: 'released', parts: ['counted', 'left out'] },
        { total: 'counted', parts: ['met', 'not met', 'unknown'] },
      ],
    }
  }

  it('that nobody else is counted is not kept from him by hiding everything else', () => {
    const { hidden } = suppressTables([figure(new Map([[0, 2]]))])
    expect([...hidden].toSorted()).toEqual(['counted', 'left out', 'met', 'not met', 'unknown'])
  })

  it('whoever can open none of them is told as little as before', () => {
    const { hidden } = suppressTables([figure(undefined)])
    expect(['counted', 'unknown', 'left out'].every((id) => hidden.has(id))).toBe(true)
    expect(hidden.has('first')).toBe(false)
  })
})

const one = (...values: number[]) => ({
  cells: [
    ...values.map((value, index) => ({ id: `${index}`, value, isOnPage: true })),
    { id: 'all', value: values.reduce((sum, each) => sum + each, 0), isOnPage: true },
  ],
  sums: [{ total: 'all', parts: values.map((_, index) => `${index}`) }],
})

describe('A22: which counts are not shown (rule FIG-7)', () => {
  it.each<[string, number[], string[]]>([
    ['nothing small', [10, 20, 30], []],
    ['zero points at nobody', [0, 20, 30], []],
    ['all zero', [0, 0, 0], []],
    ['five is shown', [5, 20, 30], []],
    ['a small one, and one more beside it', [4, 20, 30], ['0', '1']],
    ['the smallest beside it, wherever it stands', [4, 30, 20], ['0', '2']],
    ['rather than a zero', [4, 0, 30], ['0', '2']],
    ['rather than the total', [4, 90], ['0', '1']],
    ['two small ones hide each other', [3, 4, 30], ['0', '1']],
    ['a small complement: both, since one tells the other', [3, 47, 0], ['0', '1']],
    ['1 and 1 and a total: neither could be anything else', [1, 1, 30], ['0', '1', '2']],
    ['a small total, and still not the zero in it', [2, 1, 0], ['0', '1', 'all']],
    ['a single part is its total', [3], ['0', 'all']],
  ])('%s: %j', (_, values, hidden) => {
    const { cells, sums } = one(...values)
    expect([...suppress(cells, sums)].toSorted()).toEqual(hidden)
  })

  it('protects across rows and columns', () => {
    const { cells, sums } = table([
      [3, 20, 40],
      [25, 30, 35],
      [50, 60, 70],
    ])
    const hidden = suppress(cells, sums)
    expect(hidden.has('0:0')).toBe(true)
    expect(hidden.size).toBeGreaterThanOrEqual(4)
    expect(hidden.has('all:all')).toBe(false)
  })

  it('keeps a small count that is not on the page from being worked out', () => {
    const cells = [
      { id: 'released', value: 40, isOnPage: true },
      { id: 'counted', value: 38, isOnPage: true },
      { id: 'left-out', value: 2, isOnPage: false },
    ]
    const hidden = suppress(cells, [{ total: 'released', parts: ['counted', 'left-out'] }])
    expect([...hidden]).toEqual(['counted'])
  })

  it('a larger one off the page may be worked out', () => {
    const cells = [
      { id: 'released', value: 40, isOnPage: true },
      { id: 'counted', value: 30, isOnPage: true },
      { id: 'left-out', value: 10, isOnPage: false },
    ]
    expect(suppress(cells, [{ total: 'released', parts: ['counted', 'left-out'] }]).size).toBe(0)
  })
})

describe('sums that contradict each other', () => {
  it('end with an answer all the same', () => {
    const cells = ['a', 'b', 'c'].map((id) => ({ id, value: 3, isOnPage: true }))
    const sums = [
      { total: 'a', parts: ['b', 'c'] },
      { total: 'b', parts: ['a', 'c'] },
      { total: 'c', parts: ['a', 'b'] },
    ]
    expect([...suppress(cells, sums)].toSorted()).toEqual(['a', 'b', 'c'])
  })
})

/** All tables of two by two that agree with what is shown: what an attacker with patience can list. */
function worlds(cells: Cell[], hidden: ReadonlySet<string>, most: number): Map<string, number>[] {
  const shown = cells.filter((cell) => !hidden.has(cell.id))
  const counts = Array.from({ length: most + 1 }, (_, index) => index)
  const found: Map<string, number>[] = []
  for (const a of counts)
    for (const b of counts)
      for (const c of counts)
        for (const d of counts) {
          const inner = { '0:0': a, '0:1': b, '1:0': c, '1:1': d }
          const totals = { '0:all': a + b, '1:all': c + d, 'all:0': a + c, 'all:1': b + d, 'all:all': a + b + c + d }
          const world = new Map(Object.entries({ ...inner, ...totals }))
          if (shown.every((cell) => world.get(cell.id) === cell.value)) found.push(world)
        }
  return found
}

/** Rank over a prime field: another arithmetic than the one that is tested. */
function rank(rows: number[][]): number {
  const prime = 1_000_003n
  const matrix = rows.map((row) => row.map((value) => ((BigInt(value) % prime) + prime) % prime))
  const inverse = (value: bigint): bigint => power(value, prime - 2n)
  const power = (base: bigint, exponent: bigint): bigint => {
    let result = 1n
    for (let factor = base, left = exponent; left > 0n; left >>= 1n, factor = (factor * factor) % prime)
      if (left & 1n) result = (result * factor) % prime
    return result
  }
  let found = 0
  for (let column = 0; column < (matrix[0]?.length ?? 0); column += 1) {
    const pivot = matrix.findIndex((row, index) => index >= found && row[column] !== 0n)
    if (pivot === -1) continue
    const [row] = matrix.splice(pivot, 1)
    if (!row) continue
    const scale = inverse(row[column] ?? 1n)
    const unit = row.map((value) => (value * scale) % prime)
    matrix.splice(found, 0, unit)
    for (let other = found + 1; other < matrix.length; other += 1) {
      const factor = matrix[other]?.[column] ?? 0n
      matrix[other] = (matrix[other] ?? []).map(
        (value, index) => (((value - factor * (unit[index] ?? 0n)) % prime) + prime) % prime,
      )
    }
    found += 1
  }
  return found
}

const anyTable = (rows: number, columns: number, most: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: most }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  })

describe('A22: an attacker with the whole page (rule FIG-7)', () => {
  /** What adding and subtracting all that is shown tells of the hidden counts that point at people. */
  const told = (values: number[][]): string[] => {
    const { cells, sums } = table(values)
    const hidden = suppress(cells, sums)
    const unknown = [...hidden]
    const equations = sums.map(({ total, parts }) =>
      unknown.map((cell) => (parts.includes(cell) ? 1 : 0) - (cell === total ? 1 : 0)),
    )
    const known = rank(equations)
    const countOf = new Map(cells.map(({ id, value }) => [id, value]))
    const pointsAtPeople = (cell: string) =>
      [
        countOf.get(cell) ?? 0,
        ...sums
          .filter(({ parts }) => parts.includes(cell))
          .map(({ total }) => (countOf.get(total) ?? 0) - (countOf.get(cell) ?? 0)),
      ].some((count) => count > 0 && count < 5)
    return unknown.filter((cell, index) => {
      const alone = unknown.map((_, other) => (other === index ? 1 : 0))
      return pointsAtPeople(cell) && rank([...equations, alone]) === known
    })
  }

  it('cannot solve for a hidden count that points at people by adding and subtracting what is shown', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain((rows) => anyTable(rows, 4, 14)),
        (values) => {
          expect(told(values)).toEqual([])
        },
      ),
    )
  })

  it('may work out a larger one from several sums at once: it tells of nobody', () => {
    const values = [
      [1, 5, 2, 5],
      [5, 0, 1, 0],
      [0, 3, 5, 2],
      [0, 2, 5, 3],
    ]
    const { cells, sums } = table(values)
    expect(suppress(cells, sums).has('0:1')).toBe(true)
    expect(told(values)).toEqual([])
  })

  it('finds at least two tables for every hidden count, when listing them all', () => {
    fc.assert(
      fc.property(anyTable(2, 2, 7), (values) => {
        const { cells, sums } = table(values)
        const hidden = suppress(cells, sums)
        fc.pre(hidden.size > 0)
        const listed = worlds(cells, hidden, 9)
        for (const cell of hidden) expect(new Set(listed.map((world) => world.get(cell))).size).toBeGreaterThan(1)
      }),
      { numRuns: 40 },
    )
  })

  it('never sees a count from 1 to 4, nor one whose complement is', () => {
    fc.assert(
      fc.property(anyTable(4, 3, 14), (values) => {
        const { cells, sums } = table(values)
        const hidden = suppress(cells, sums)
        const shown = new Map(cells.filter((cell) => !hidden.has(cell.id)).map((cell) => [cell.id, cell.value]))
        for (const value of shown.values()) expect(value === 0 || value >= 5).toBe(true)
        for (const { total, parts } of sums)
          for (const part of parts) {
            const complement = (shown.get(total) ?? Number.NaN) - (shown.get(part) ?? Number.NaN)
            expect(complement > 0 && complement < 5).toBe(false)
          }
      }),
    )
  })
})
