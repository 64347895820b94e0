import { ROLES } from '@throughcare/domain/access/access-codes'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { LINE_RESULTS } from '@throughcare/domain/release-list/label-group'
import { RELEASE_LIST_COLUMN_NAMES } from '@throughcare/domain/release-list/release-list-columns'
import { LINE_DECISIONS } from '@throughcare/domain/release-list/release-list-inputs'

/**
 * Where the words of each list of codes stand: namespace and key, and under it one word for every code. A test fails when
 * a code has no words or words have no code. Whoever shows a list of codes adds its line here.
 */
export const CODED_WORDS: Readonly<Record<string, readonly string[]>> = {
  'access.role': ROLES,
  'area.name': AREAS,
  'area.short': AREAS,
  'release-list.result': LINE_RESULTS,
  'release-list.column': RELEASE_LIST_COLUMN_NAMES,
  'release-list.decide': [...LINE_DECISIONS, 'legend', 'saved', 'change'],
}
