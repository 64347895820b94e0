/** What stands at a place of an input. */
export type PlaceKind = 'text' | 'day' | 'instant' | 'id' | 'number' | 'object' | 'other'
export type SchemaPlace = { path: readonly string[]; kind: PlaceKind }

type Definition = {
  type: string
  format?: string
  shape?: Record<string, Schema>
  element?: Schema
  innerType?: Schema
  in?: Schema
  options?: Schema[]
  values?: unknown[]
}
type Schema = { _zod: { def: Definition } }

/**
 * Every place of an input as its zod 4 schema describes it, so that a test reaches fields that are added later. Of a choice
 * between forms, the one that the given input has.
 */
export function placesOf(schema: unknown, given: unknown, path: readonly string[] = []): SchemaPlace[] {
  if (!schema) return []
  const { def } = (schema as Schema)._zod
  switch (def.type) {
    case 'object': {
      const of = (given ?? {}) as Record<string, unknown>
      const inner = Object.entries(def.shape ?? {}).flatMap(([key, part]) => placesOf(part, of[key], [...path, key]))
      return given ? [{ path, kind: 'object' }, ...inner] : []
    }
    case 'array':
      return placesOf(def.element, Array.isArray(given) ? given[0] : undefined, [...path, '0'])
    case 'nullable':
    case 'optional':
    case 'default':
      return placesOf(def.innerType, given, path)
    case 'pipe':
      return placesOf(def.in, given, path)
    case 'union':
      return placesOf(
        def.options?.find((option) => isOfForm(option, given)),
        given,
        path,
      )
    case 'string':
      return [{ path, kind: def.format === 'date' ? 'day' : def.format ? 'id' : 'text' }]
    case 'number':
      return [{ path, kind: 'number' }]
    case 'date':
      return [{ path, kind: 'instant' }]
    default:
      return [{ path, kind: 'other' }]
  }
}

/** Whether the literals of this form are those of the input: `kind: 'arrived'`. */
function isOfForm(option: Schema, given: unknown): boolean {
  const of = (given ?? {}) as Record<string, unknown>
  return Object.entries(option._zod.def.shape ?? {}).every(([key, part]) => {
    const { type, values } = part._zod.def
    return type !== 'literal' || (values ?? []).includes(of[key])
  })
}

/** The input with something else at this place, on a copy. */
export function withValueAt(input: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  const copy = Array.isArray(input) ? [...input] : { ...(input as object) }
  const parent = copy as Record<string, unknown>
  parent[key] = withValueAt(parent[key], rest, value)
  return copy
}
