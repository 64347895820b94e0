import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { everyId } from './assurance.mjs'
import { readCsvRows } from './csv-rows.mjs'

/**
 * How many requirements of level 1 and 2 each section of the OWASP Application Security Verification Standard 5.0.0 begins with,
 * as its table OWASP_Application_Security_Verification_Standard_5.0.0_en.csv lists them, and the five of level 3 that are held
 * here as well. Chapter 17 (WebRTC) is left out: there is none. @type {Record<string, string>}
 */
const REQUIRED = {
  1.1: '1-2',
  1.2: '1-9',
  1.3: '1-11',
  1.4: '1-3',
  1.5: '1-2',
  2.1: '1-3',
  2.2: '1-3',
  2.3: '1-5',
  2.4: '1-1',
  3.2: '1-2',
  3.3: '1-4',
  3.4: '1-6',
  3.5: '1-5',
  3.7: '1-2',
  4.1: '1-3',
  4.2: '1-1',
  4.3: '1-2',
  4.4: '1-4',
  5.1: '1-1',
  5.2: '1-3',
  5.3: '1-2',
  5.4: '1-3',
  6.1: '1-3',
  6.2: '1-12',
  6.3: '1-4',
  6.4: '1-4',
  6.5: '1-5',
  6.6: '1-3',
  6.8: '1-4',
  7.1: '1-3',
  7.2: '1-4',
  7.3: '1-2',
  7.4: '1-5',
  7.5: '1-3',
  7.6: '1-2',
  8.1: '1-2',
  8.2: '1-4',
  8.3: '1-3',
  8.4: '1-1',
  9.1: '1-3',
  9.2: '1-4',
  10.1: '1-2',
  10.2: '1-2',
  10.3: '1-4',
  10.4: '1-11',
  10.5: '1-5',
  10.6: '1-2',
  10.7: '1-3',
  11.1: '1-2',
  11.2: '1-3',
  11.3: '1-3',
  11.4: '1-4',
  11.5: '1-1',
  11.6: '1-1',
  12.1: '1-3',
  12.2: '1-2',
  12.3: '1-4',
  13.1: '1-1',
  13.2: '1-5',
  13.3: '1-2',
  13.4: '1-5',
  14.1: '1-2',
  14.2: '1-4',
  14.3: '1-3',
  15.1: '1-3',
  15.2: '1-3',
  15.3: '1-7',
  16.1: '1-1',
  16.2: '1-5',
  16.3: '1-4',
  16.4: '1-3',
  16.5: '1-3',
}
const PLACE = 'docs/asvs.csv'
const STATES = ['met', 'partly', 'not met', 'not applicable']

/** Every requirement that there has to be a row for: 246 of levels 1 and 2, and five of level 3. */
export function everyRequirement() {
  return Object.entries(REQUIRED).flatMap(([section, range]) => {
    const [first = 0, last = 0] = range.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, at) => `${section}.${first + at}`)
  })
}

/** @typedef {{ requirement: string, level: string, what: string, state: string, control: string, tests: string[] }} Row */

/**
 * The fence: every requirement has one row; what it names as proof is a case of docs/assurance.csv that does not wait, or a test
 * file that is there; and what is called met is proved by something.
 *
 * @param {string} root
 * @returns {import('./text-fences.mjs').Verdict}
 */
export function checkAsvs(root) {
  const rows = readCsvRows(readFileSync(join(root, PLACE), 'utf8')).map((row) => ({
    requirement: row.requirement ?? '',
    level: row.level ?? '',
    what: row.what ?? '',
    state: row.state ?? '',
    control: row.control ?? '',
    tests: (row.tests ?? '').split(' ').filter((test) => test !== ''),
  }))
  const proved = new Set(
    readCsvRows(readFileSync(join(root, 'docs/assurance.csv'), 'utf8'))
      .filter((row) => row['test file'] !== '')
      .map((row) => row.id ?? ''),
  )
  return { examined: rows.length, problems: judgeAsvs(rows, proved, (file) => existsSync(join(root, file))) }
}

/**
 * @param {readonly Row[]} rows
 * @param {ReadonlySet<string>} proved cases that tests prove
 * @param {(file: string) => boolean} isThere
 * @returns {string[]}
 */
export function judgeAsvs(rows, proved, isThere) {
  const named = rows.map(({ requirement }) => requirement)
  const required = everyRequirement()
  const cases = everyId()
  return [
    ...required.flatMap((id) => (named.includes(id) ? [] : [`${id} has no row`])),
    ...named.flatMap((id, at) => (named.indexOf(id) === at ? [] : [`${id} has two rows`])),
    ...named.flatMap((id) => (required.includes(id) ? [] : [`${id} is no requirement that is held here`])),
    ...rows.flatMap(({ requirement, state, what, control, tests }) => [
      ...(STATES.includes(state) ? [] : [`${requirement}: "${state}" is none of ${STATES.join(', ')}`]),
      ...(what.length > 3 && control.length > 3 ? [] : [`${requirement} does not say what it is, or how it is held`]),
      ...(state === 'met' && tests.length === 0 ? [`${requirement} is called met and nothing proves it`] : []),
      ...tests.flatMap((test) => {
        if (cases.includes(test)) return proved.has(test) ? [] : [`${requirement} names ${test}, which waits`]
        return /\.(test|spec)\.(ts|mjs)$/.test(test) && isThere(test)
          ? []
          : [`${requirement}: there is no test ${test}`]
      }),
    ]),
  ]
}
