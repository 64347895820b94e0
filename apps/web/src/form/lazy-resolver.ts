import type { FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'

/**
 * Checks a form by its zod schema, and loads schema and zod only when they are first needed: they are 30 kB that nobody waits
 * for when the page opens.
 *
 *   resolver: lazyResolver(() => import('@throughcare/domain/handoff/acknowledge-handoff-input').then((m) => m.AcknowledgeHandoffInput))
 *
 * When they cannot be loaded (no connection), the form is sent as it is: the server checks it with the same schema anyway.
 */
export function lazyResolver<Input extends FieldValues, Output>(
  load: () => Promise<z.ZodType<Output, Input>>,
): Resolver<Input, unknown, Output> {
  return async (values, context, options) => {
    const parts = await Promise.all([load(), import('@hookform/resolvers/zod')]).catch(() => null)
    if (!parts) return { values: values as unknown as Output & FieldValues, errors: {} } as never
    const [schema, { zodResolver }] = parts
    const resolve = zodResolver(schema as never) as unknown as Resolver<Input, unknown, Output>
    return resolve(values, context, options)
  }
}
