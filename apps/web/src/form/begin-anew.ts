import type { FieldValues, UseFormReturn } from 'react-hook-form'

/**
 * A form as if nobody had typed, after what was typed is saved. The library's own reset() takes over the form's resetOptions, and with
 * them what is dirty stays: a second press would save it twice.
 *
 * @param values what it begins from; else what it was last filled from
 */
export function beginAnew<Typed extends FieldValues, Output>(
  form: UseFormReturn<Typed, unknown, Output>,
  values?: Typed,
): void {
  form.reset(values, { keepDirtyValues: false })
}
