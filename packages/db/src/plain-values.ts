import pg from 'pg'
import { Prisma } from './generated/client.ts'

const OF = {
  bytes: 17,
  bigint: 20,
  date: 1082,
  time: 1083,
  timestamp: 1114,
  timestamptz: 1184,
  numeric: 1700,
} as const
const LIST_OF = { 1182: OF.date, 1016: OF.bigint, 1115: OF.timestamp, 1185: OF.timestamptz, 1231: OF.numeric } as const

const readBytes = pg.types.getTypeParser(OF.bytes, 'text') as (text: string) => Buffer
const readInstant = pg.types.getTypeParser(OF.timestamptz, 'text') as (text: string) => unknown

const READ: Record<number, (text: string) => unknown> = {
  [OF.bytes]: (text) => new Uint8Array(readBytes(text)),
  [OF.bigint]: BigInt,
  [OF.date]: (text) => new Date(text),
  [OF.time]: (text) => new Date(`1970-01-01T${text}Z`),
  [OF.timestamp]: (text) => new Date(`${text.replace(' ', 'T')}Z`),
  // Infinity is no instant.
  [OF.timestamptz]: (text) => {
    const at = readInstant(text)
    return at instanceof Date ? at : new Date(Number.NaN)
  },
  [OF.numeric]: (text) => new Prisma.Decimal(text),
}
// Its types tell of another version of it.
const { create: listIn } = pg.types.arrayParser as unknown as {
  create: (text: string, read: (text: string) => unknown) => { parse: () => unknown[] }
}
for (const [list, of] of Object.entries(LIST_OF))
  READ[Number(list)] = (text) => listIn(text, READ[of] as (text: string) => unknown).parse()

/** How pg reads what a statement answers, so that it is what Prisma would have answered: a date as midnight UTC, a bigint as one. */
export const PLAIN_VALUES = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format ?? 'text') === 'text' && Object.hasOwn(READ, oid)
      ? READ[oid]
      : pg.types.getTypeParser(oid, format as 'text'),
} as unknown as pg.CustomTypesConfig

/** A value of a statement as pg sends it: an instant in UTC whatever zone this process is in. */
export function sentValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(sentValue)
  return Prisma.Decimal.isDecimal(value) ? value.toString() : value
}
