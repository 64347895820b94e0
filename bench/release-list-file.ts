import { RELEASE_LIST_COLUMN_NAMES } from '../packages/domain/src/release-list/release-list-columns.ts'
import { syntheticPersons } from './synthetic-persons.ts'

/**
 * A release list of so many lines, shaped like a prison's own: three in a hundred lines move an earlier line's date, one in a
 * hundred is refused. Comes in pieces, so that the file is never held as a whole.
 */
export async function* releaseListFile(lines: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${RELEASE_LIST_COLUMN_NAMES.join(',')}\n`)
  let piece = ''
  let line = 0
  for (const person of syntheticPersons(lines)) {
    const admitted = `2026-0${1 + (line % 9)}-1${line % 10}`
    const release = line % 4 === 0 ? '' : `2026-12-${String(1 + (line % 28)).padStart(2, '0')}`
    const born = line % 100 === 99 ? '31/02/1980' : person.dateOfBirth
    const cells = (number: string, releases: string): string =>
      [
        number,
        person.familyName,
        person.givenNames,
        born,
        'unknown',
        'en',
        line % 4 === 0 ? 'remand' : 'sentenced',
        admitted,
        releases,
        releases === '' ? 'could_be_any_day' : 'expected',
        'GB',
        'Harbour',
        line % 3 === 0 ? 'methadone' : '',
        line % 3 === 0 ? '2026-11-20' : '',
        line % 2 === 0 ? 'yes' : '',
        line % 5 === 0 ? 'no' : '',
      ].join(',')
    piece += `${cells(person.number, release)}\n`
    line += 1
    if (line % 33 === 0 && line < lines) {
      piece += `${cells(person.number, '2026-12-31')}\n`
      line += 1
    }
    if (piece.length > 60_000) {
      yield Buffer.from(piece)
      piece = ''
    }
    if (line >= lines) break
  }
  yield Buffer.from(piece)
}
