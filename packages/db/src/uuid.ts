import { randomBytes, randomInt } from 'node:crypto'

/** The twelve bits after the version number the ids of one millisecond; they begin low, so that there is room. */
const NUMBERS = 0x1000
const BEGINS_BELOW = 0x400

/** The last id made of an instant: `of` is the one asked for, `at` has moved on where its millisecond was full. */
type Place = { of: number; at: number; number: number }

const NOWHERE: Place = { of: -1, at: -1, number: 0 }
let byClock = NOWHERE
let byInstant = NOWHERE

/**
 * A UUIDv7: 48 bits of milliseconds, 12 that number the ids of one millisecond, then chance. Rows made later sort later, also
 * within the millisecond, and index pages stay warm. PostgreSQL 15 has no uuidv7(), so ids are made here; the order within a
 * millisecond holds for the ids of one process.
 *
 * @param instant what the id tells of; now, and never before the last id, when it is left out
 */
export function newId(instant?: number): string {
  if (instant !== undefined) {
    byInstant = next(byInstant, instant)
    return written(byInstant)
  }
  byClock = next(byClock, Math.max(Date.now(), byClock.at))
  return written(byClock)
}

function next(last: Place, of: number): Place {
  if (of !== last.of && of !== last.at) return { of, at: of, number: randomInt(BEGINS_BELOW) }
  if (last.number + 1 < NUMBERS) return { of, at: last.at, number: last.number + 1 }
  return { of, at: last.at + 1, number: randomInt(BEGINS_BELOW) }
}

function written({ at, number }: Place): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | number, 6)
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
