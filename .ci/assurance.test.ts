import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everyId, idsOf, judgeResults, judgeRows } from './assurance.mjs'
import { readCsvRows, writeCsvRows } from './csv-rows.mjs'
import { listTestResults } from './test-results.mjs'

const FILE = 'packages/db/src/rights.test.ts'
const OTHER = 'packages/db/src/uuid.test.ts'
/** Put together here, so that no title of this file looks like one that proves something. */
const bearing = (id: string) => `${id}: something`
const row = (id: string, files: string[] = []) => ({
  id,
  what: 'something',
  files,
  state: files.length > 0 ? 'held' : 'waits: for another day',
})
const rows = (changed: Record<string, string[]> = {}) => everyId().map((id) => row(id, changed[id]))
const ran = (file: string, titles: string[], passed = true) => ({ file, titles, passed })

describe('the catalogue of cases', () => {
  test('is 130, and 29 more', () => {
    expect(everyId().filter((id) => !id.startsWith('U'))).toHaveLength(130)
    expect(everyId()).toHaveLength(159)
    expect(judgeRows(rows())).toEqual([])
  })

  // The space after the colon is put in later, so that this file does not look like one that proves something.
  test.each<[string, string[]]>([
    ['A04:a table', ['A04']],
    ['U3, U13, H11:two hours', ['U3', 'U13', 'H11']],
    ['H10 names tests that are there', []],
    ['a table (A04)', []],
    ['K01:no group of ours', []],
  ])('is named by what stands before the colon, %#', (title, ids) => {
    expect(idsOf(title.replace(':', ': '))).toEqual(ids)
  })

  test('without a row, twice, unknown, or held by nothing, is told', () => {
    expect(judgeRows(rows().slice(1))).toEqual(['A01 has no row'])
    expect(judgeRows([...rows(), row('A01')])).toEqual(['A01 has two rows'])
    expect(judgeRows([...rows(), row('A99')])).toEqual(['A99 is no case of the catalogue'])
    expect(judgeRows([{ ...row('A01'), state: 'held' }, ...rows().slice(1)])).toEqual(['A01 is held, with 0 files'])
    expect(judgeRows([{ ...row('A01'), state: 'waits' }, ...rows().slice(1)])).toHaveLength(1)
  })
})

describe('what the runners reported', () => {
  test.each<[string, Record<string, string[]>, ReturnType<typeof ran>[], number, string[]]>([
    ['a title that passed', { A04: [FILE] }, [ran(FILE, ['rights', bearing('A04')])], 1, []],
    ['no such title', { A04: [FILE] }, [ran(FILE, ['rights'])], 0, [`A04: no test bearing it ran in ${FILE}`]],
    ['in another file', { A04: [FILE] }, [ran(OTHER, [bearing('A04')])], 0, [`A04: no test bearing it ran in ${FILE}`]],
    [
      'one of two files is enough for neither',
      { A04: [FILE, OTHER] },
      [ran(FILE, [bearing('A04')])],
      0,
      [`A04: no test bearing it ran in ${OTHER}`],
    ],
    [
      'one of its titles failed',
      { A04: [FILE] },
      [ran(FILE, [bearing('A04')]), ran(FILE, [bearing('A04')], false)],
      0,
      [`A04: failed in ${FILE}`],
    ],
    ['two ids in one title', { A04: [FILE], U3: [FILE] }, [ran(FILE, [bearing('A04, U3')])], 2, []],
    ['nothing ran at all', {}, [], 0, ['No report of a runner was written in this run: it has to follow the tests.']],
  ])('%s', (_, named, results, passed, problems) => {
    expect(judgeResults(rows(named), results)).toEqual({ passed, failed: problems.length, problems })
  })

  test('an id that a test bears and no row knows', () => {
    const { problems } = judgeResults(rows().slice(1), [ran(FILE, [bearing('A01')])])
    expect(problems).toContain(`A01 is borne in ${FILE} and has no row`)
  })

  test('are read from vitest and Playwright, steps included, and only when they are of this run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'reports-'))
    const put = (name: string, report: object) => writeFileSync(join(folder, name), JSON.stringify(report))
    put('tests.json', {
      testResults: [
        { name: join('/root', FILE), assertionResults: [{ ancestorTitles: ['a'], title: 'b', status: 'failed' }] },
      ],
    })
    const result = { steps: [{ title: 'step', steps: [{ title: 'inner' }] }] }
    const spec = { file: 'x.spec.ts', title: 'journey', ok: true, tests: [{ status: 'expected', results: [result] }] }
    put('journeys.json', { suites: [{ title: 'x.spec.ts', specs: [], suites: [{ title: 'group', specs: [spec] }] }] })
    put('old.json', { testResults: [{ name: join('/root', OTHER), assertionResults: [] }] })
    utimesSync(join(folder, 'old.json'), 1, 1)
    expect(listTestResults('/root', folder, 2000)).toEqual([
      { file: 'e2e/tests/x.spec.ts', titles: ['group', 'journey', 'step', 'inner'], passed: true },
      { file: FILE, titles: ['a', 'b'], passed: false },
    ])
    rmSync(folder, { recursive: true })
  })
})

test('a table of ours is read as it was written', () => {
  const table = [
    { id: 'A', what: 'a, "b"', state: '' },
    { id: '', what: 'c', state: 'd' },
  ]
  expect(readCsvRows(writeCsvRows(table))).toEqual(table)
  expect(() => readCsvRows('a,b\n1\n')).toThrow('line 2')
})
