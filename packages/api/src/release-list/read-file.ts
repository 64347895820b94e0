import type { StagedLine } from '@throughcare/db/release-list/staging-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { foldNumber } from '@throughcare/domain/person/likely-same-person'
import { parseReleaseListLine } from '@throughcare/domain/release-list/parse-release-list-line'
import {
  decideCells,
  decideDelimiter,
  decideEncoding,
  decideHeader,
  type ReleaseListFileFault,
  type ReleaseListHeader,
} from '@throughcare/domain/release-list/release-list-header'
import { type CsvError, parse } from 'csv-parse'

/** More lines than any country's prisons release in a year. */
const MOST_LINES = 250_000
/** Longer than any line of a list: a quote that never closes ends here and not in memory. */
const LONGEST_RECORD = 64_000
/** Enough of the beginning to find the header line and its delimiter. */
const HEADER_BYTES = 8_192

/** The file as a whole cannot be read. */
export class UnreadableFile extends Error {
  readonly because: ReleaseListFileFault
  readonly columns: readonly string[]
  constructor(because: ReleaseListFileFault, columns: readonly string[] = []) {
    super(because)
    this.because = because
    this.columns = columns
  }
}

/**
 * The lines of a release list, one after the other, as they come out of the file: UTF-8 or UTF-16, comma, semicolon or tab,
 * LF or CRLF. Only one line is held at a time.
 *
 * @param today the prison's day
 * @param onHeader is told the columns that are not read, once the header is known
 * @throws UnreadableFile
 */
export async function* readFile(
  bytes: AsyncIterable<Uint8Array>,
  today: PlainDate,
  onHeader: (header: ReleaseListHeader) => void,
): AsyncGenerator<StagedLine> {
  const { beginning, rest } = await withBeginning(bytes)
  if (beginning.length === 0) throw new UnreadableFile('empty')
  const encoding = decideEncoding(beginning)
  const [headerLine = ''] = new TextDecoder(encoding).decode(beginning).split(/\r\n|\r|\n/)
  const records = parse({
    delimiter: decideDelimiter(headerLine),
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
  })
  const feeding = feed(records, decoded(rest, encoding))
  let header: ReleaseListHeader | null = null
  let lineEnded = 0
  try {
    for await (const { record, info } of records as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = lineEnded + 1
      lineEnded = info.lines
      if (line > MOST_LINES) throw new UnreadableFile('too-many-lines')
      if (!header) {
        header = headerOf(record)
        onHeader(header)
        continue
      }
      const staged = stagedLine(header, line, record, today)
      if (staged) yield staged
    }
    await feeding
  } catch (error) {
    records.destroy()
    await feeding.catch(() => undefined)
    throw isCsvError(error) ? new UnreadableFile('could-not-be-read') : error
  }
  if (!header) throw new UnreadableFile('empty')
}

function headerOf(cells: string[]): ReleaseListHeader {
  const decision = decideHeader(cells)
  if (!decision.ok) throw new UnreadableFile(decision.because, decision.columns)
  return decision.header
}

function stagedLine(header: ReleaseListHeader, line: number, record: string[], today: PlainDate): StagedLine | null {
  const cells = decideCells(header, record)
  if (cells === null) return null
  const parsed = cells.ok ? parseReleaseListLine(cells.cells, today) : cells
  if (parsed.ok) return { line, says: parsed.line, numberKey: foldNumber(parsed.line.prisonNumber) }
  const shown = (at: number) => storable(record[at] ?? '')
  const { prison_number, family_name, given_names } = header.at
  return {
    line,
    refused: parsed.refused,
    shown: {
      prisonNumber: shown(prison_number),
      familyName: shown(family_name),
      givenNames: shown(given_names),
      at: shown(header.at[parsed.refused.field]),
    },
  }
}

/** A refused cell as it can be shown and stored: what cannot is replaced by a mark, and a long one is cut. */
function storable(cell: string): string {
  return cell
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
    .slice(0, 80)
}

async function withBeginning(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ beginning: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]()
  let beginning = new Uint8Array(0)
  while (beginning.length < HEADER_BYTES) {
    const { done, value } = await iterator.next()
    if (done) break
    beginning = Buffer.concat([beginning, value])
  }
  const whole = beginning
  return {
    beginning: whole.subarray(0, HEADER_BYTES),
    rest: (async function* () {
      yield whole
      yield* { [Symbol.asyncIterator]: () => iterator }
    })(),
  }
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function feed(records: ReturnType<typeof parse>, text: AsyncIterable<string>): Promise<void> {
  try {
    for await (const part of text) {
      if (records.destroyed) return
      if (!records.write(part)) await drained(records)
    }
    records.end()
  } catch (error) {
    records.destroy(error as Error)
  }
}

/** Until the parser takes more, or nothing more will be taken. Both listeners go, whichever was called. */
function drained(records: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      records.off('drain', goOn).off('close', goOn)
      resolve()
    }
    records.on('drain', goOn).on('close', goOn)
  })
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}
