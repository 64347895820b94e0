import { describe, expect, it } from 'vitest'
import { readRows } from '../../testing/release-list/read-rows.ts'
import {
  type ExpectedLine,
  RELEASE_LIST_CASE,
  RELEASE_LIST_CASE_DAY,
  RELEASE_LIST_EXPECTED,
} from '../../testing/release-list/release-list-cases.ts'
import { becauseOf } from './because-of.ts'
import type { LineLabel, NumberedLine, StoredCase } from './label-group.ts'
import { type LabelledGroup, labelReleaseList, type StoredForList } from './label-release-list.ts'
import { parseReleaseListLine } from './parse-release-list-line.ts'
import { decideCells, decideHeader } from './release-list-header.ts'

const NOTHING_STORED: StoredForList = { byNumber: new Map(), persons: [] }

describe('the case file', () => {
  const found = readList(RELEASE_LIST_CASE, NOTHING_STORED)

  it.each(RELEASE_LIST_EXPECTED.map((expected) => [expected.line, expected] as const))('line %i', (line, expected) => {
    expect(found.results.get(line)).toEqual(expected)
  })

  it('has no line that nobody expected', () => {
    expect([...found.results.keys()].toSorted((a, b) => a - b)).toEqual(RELEASE_LIST_EXPECTED.map(({ line }) => line))
  })

  it('changes nothing when it is run again', () => {
    const again = readList(RELEASE_LIST_CASE, storedAfter(found.groups))
    expect(again.groups.filter((group) => group.write !== null)).toEqual([])
    const results = new Set([...again.results.values()].map((each) => each.result))
    expect(results).toEqual(new Set(['same', 'refused']))
  })
})

function readList(text: string, stored: StoredForList) {
  const [first, ...rows] = readRows(text)
  const header = decideHeader(first?.cells ?? [])
  if (!header.ok) throw new Error(`not a header: ${header.because}`)
  const results = new Map<number, ExpectedLine>()
  const good: NumberedLine[] = []
  for (const row of rows) {
    const cells = decideCells(header.header, row.cells)
    if (cells === null) continue
    const parsed = cells.ok ? parseReleaseListLine(cells.cells, RELEASE_LIST_CASE_DAY) : cells
    if (parsed.ok) good.push({ line: row.line, says: parsed.line })
    else {
      const { field } = parsed.refused
      results.set(row.line, { line: row.line, result: 'refused', field, because: becauseOf(parsed.refused) })
    }
  }
  const groups = labelReleaseList(good, stored)
  for (const label of groups.flatMap((group) => group.labels)) results.set(label.line, asExpected(label))
  return { results, groups }
}

function asExpected(label: LineLabel): ExpectedLine {
  const { line, result } = label
  if (label.result === 'possible-duplicate') {
    const { ofLine } = label.duplicate
    return ofLine === null ? { line, result } : { line, result, of_line: ofLine }
  }
  if (label.result === 'new') return { line, result }
  if (label.result === 'refused') throw new Error('only what is stored elsewhere refuses a line that was read')
  const as = label.asLine === null ? {} : { as_line: label.asLine }
  return label.result === 'same' ? { line, result, ...as } : { line, result, ...as, fields: [...label.fields] }
}

function storedAfter(groups: readonly LabelledGroup[]): StoredForList {
  const byNumber = new Map<string, StoredCase>()
  for (const group of groups) if (group.write) byNumber.set(group.number, { ...group.write, endedOn: null })
  return { byNumber, persons: [] }
}
