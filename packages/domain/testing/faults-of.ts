import { INPUT_SCHEMAS } from './input-schemas.ts'

/**
 * What a schema finds wrong with its sample when these fields are said otherwise: `field: message`, in the order in which they
 * are found. A finding without a kind is one that no form could sort to its field, and is told as such.
 */
export function faultsOf(action: string, otherwise: Record<string, unknown>): string[] {
  const sample = INPUT_SCHEMAS[action]
  if (!sample) throw new Error(`${action} has no sample`)
  const found = sample.schema.safeParse({ ...sample.takes, ...otherwise })
  return found.success
    ? []
    : found.error.issues.map(({ code, path, message }) => `${code ? '' : 'of no kind: '}${path.join('.')}: ${message}`)
}
