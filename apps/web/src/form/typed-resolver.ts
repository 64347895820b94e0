import { type FieldErrors, type FieldValues, get, type Resolver, set } from 'react-hook-form'

/** Says that something does not hold, at the field in which it was typed (`days.planned-count`); the first fault of a field stands. */
export type NoteFault<Typed> = (
  field: (keyof Typed & string) | `${keyof Typed & string}.${string}`,
  fault: string,
) => void

/** In the schema's place while a form is read: useDeed sends the press's own id. */
export const ANY_REQUEST = '00000000-0000-4000-8000-000000000000'

/**
 * For forms whose fields are not the fields of the API: dates and times in parts, numbers as text. `read` turns what was
 * typed into what the API takes, or notes what does not hold. Its schemas are loaded with the first press, because nobody
 * waits for them when the page opens; without a connection the form says so at `first` and keeps what was typed.
 */
export function typedResolver<Typed extends FieldValues, Schemas, Output>(
  first: keyof Typed & string,
  load: () => Promise<Schemas>,
  read: (typed: Typed, schemas: Schemas, note: NoteFault<Typed>) => Output | null,
): Resolver<Typed, unknown, Output> {
  return async (typed) => {
    const faults: Record<string, { type: string; message: string }> = {}
    const note: NoteFault<Typed> = (field, message) => {
      if (!get(faults, field)) set(faults, field, { type: 'typed', message })
    }
    const schemas = await load().catch(() => null)
    if (schemas === null) note(first, 'refusal.offline')
    const values = schemas && read(typed, schemas, note)
    return values && Object.keys(faults).length === 0
      ? { values, errors: {} }
      : { values: {}, errors: faults as FieldErrors<Typed> }
  }
}

/** What a schema says of a typed form: a parsed value, or its issues. */
type Parsed<Output> =
  | { success: true; data: Output }
  | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }

/** For a form whose fields bear the names of the API's: what the schema takes; or null, each fault noted at its own field. */
export function takenOrNoted<Typed, Output>(parsed: Parsed<Output>, note: NoteFault<Typed>): Output | null {
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) note(path[0] as keyof Typed & string, message)
  return null
}
