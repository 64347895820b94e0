import { useEffect, useRef } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { beginAnew } from './begin-anew.ts'

/**
 * A form that nobody has touched follows the page when it is read again. One in which somebody types stays as it is, all of it, and
 * its press still names the version from which it was filled: what a colleague wrote meanwhile is never written over unseen (H109).
 *
 * @param stored as the page has it now, with the version that a press names where there is one
 */
export function useFilledFrom<Typed extends FieldValues, Output>(
  form: UseFormReturn<Typed, unknown, Output>,
  stored: Typed,
): void {
  const { isDirty } = form.formState
  const onPage = JSON.stringify(stored)
  const filledFrom = useRef(onPage)
  useEffect(() => {
    // After a save the form holds what was saved before the page does: it waits for a page that says something else.
    if (isDirty || onPage === filledFrom.current) return
    filledFrom.current = onPage
    beginAnew(form, stored)
  })
}
