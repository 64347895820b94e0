import { z } from 'zod'

/** Made once when a form opens. The same press arriving twice is recorded once; the same id on another payload is refused. */
export const RequestId = z.uuid('request.requestId.invalid')

/** The version on the screen: people change what they read, not what has changed since. */
export const SeenVersion = z
  .int('request.seenVersion.invalid')
  .nonnegative('request.seenVersion.invalid')
  .max(2_147_483_647, 'request.seenVersion.invalid')

/** The id of something that the page showed. Whether it exists for the reader is not this schema's question. */
export function idOf(key: string) {
  return z.uuid(`${key}.invalid`)
}

/** An instant that somebody stated: when a dose was given, when a call was made. Years outside 1900 to 2199 are slips. */
export function instantOf(key: string) {
  return z
    .date(`${key}.missing`)
    .refine((instant) => instant >= EARLIEST_INSTANT && instant < LATEST_INSTANT, `${key}.impossible`)
}

const EARLIEST_INSTANT = new Date('1900-01-01T00:00:00Z')
const LATEST_INSTANT = new Date('2200-01-01T00:00:00Z')

/**
 * The object that a mutation takes: a field that it does not know is refused and not dropped, so that nobody can send
 * an owner, a status or a version along (practice A08).
 */
export function inputOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'request.field.unknown' : 'request.input.invalid'),
  })
}
