import { type RefObject, useEffect } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'

/**
 * Keeps the version that a press names at the one from which somebody began to type: the page may be read again meanwhile, and
 * what a colleague wrote is never written over unseen. For forms whose fields do not hold the version themselves; the others are filled by useFilledFrom.
 *
 * @param seen what the form's resolver reads
 * @param version the one on the page
 */
export function useVersionWhileTyping<Typed extends FieldValues, Output>(
  form: UseFormReturn<Typed, unknown, Output>,
  seen: RefObject<number>,
  version: number,
): void {
  const { isDirty } = form.formState
  useEffect(() => {
    if (!isDirty) seen.current = version
  })
}
