import type { ShownByRefusal } from '@throughcare/db/audit/audit-repository'
import type { AppError } from '../app-error.ts'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** The id that was asked for: the first id of the input that is not the press's own. */
export function askedIdIn(input: unknown): string | null {
  return idsIn(input).find(({ key }) => key !== 'requestId')?.id ?? null
}

/**
 * What does this refusal tell whoever pressed? Null for one that tells nothing of a case. The trail gets names and ids: what
 * stood in the fields stays out of it.
 */
export function shownByRefusal({ code, details }: AppError, input: unknown): ShownByRefusal | null {
  if (code !== 'changed-meanwhile' && code !== 'refused') return null
  const { refusal: _why, ...told } = details
  const { current } = told
  const pressed = idsIn(input)
  const answered = idsIn(told)
  return {
    askedId: askedIdIn(input),
    ids: [...pressed, ...answered].flatMap(({ key, id }) => (key === 'requestId' ? [] : [id])),
    personIds: answered.flatMap(({ key, id }) => (key === 'personId' ? [id] : [])),
    fields: Object.keys(isRecord(current) ? current : told),
    requestId: pressed.find(({ key }) => key === 'requestId')?.id ?? null,
  }
}

/** Every id that stands under a name that says so, however deep. */
function idsIn(value: unknown): { key: string; id: string }[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key.endsWith('Id') && UUID.test(inner) ? [{ key, id: inner }] : []) : idsIn(inner),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}
