import type { PlainDate } from '../../src/calendar/plain-date.ts'
import expected from './release-list.expected.json' with { type: 'json' }

/** One line as the cases expect it. */
export type ExpectedLine = {
  line: number
  result: string
  as_line?: number
  of_line?: number
  fields?: string[]
  field?: string
  because?: string
}

/** The file as it is, byte order mark and NUL included. */
export const RELEASE_LIST_CASE = getText('./release-list.csv')

/** What is expected of each of its lines. */
export const RELEASE_LIST_EXPECTED: readonly ExpectedLine[] = expected

/** The day on which the cases were made. */
export const RELEASE_LIST_CASE_DAY = '2026-11-21' as PlainDate

function getText(path: string): string {
  const text = import.meta.glob('./*.csv', { query: '?raw', import: 'default', eager: true })[path]
  if (text === undefined) throw new Error(`no such case file: ${path}`)
  return text
}
