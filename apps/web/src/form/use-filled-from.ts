import { useEffect } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'

/** What a form was filled from, with the version that stood then: null where nothing did. */
type Filled = FieldValues & { seenVersion?: unknown }

/**
 * Fields that nobody has touched follow the page when it is read again. Fields in which somebody types stay as they are, and their
 * press still names the version from which they were filled: what a colleague wrote meanwhile is never written over unseen.
 *
 * @param stored as the page has it now
 */
export function useFilledFrom<Typed extends Filled, Output>(
  form: UseFormReturn<Typed, unknown, Output>,
  stored: Typed,
): void {
  const { isDirty } = form.formState
  useEffect(() => {
    // After a save the form knows of its own version before the page does: only a newer one is followed.
    const seen = form.getValues('seenVersion' as Path<Typed>)
    if (!isDirty && versionOf(stored.seenVersion) > versionOf(seen)) form.reset(stored)
  })
}

const versionOf = (seen: unknown): number => (typeof seen === 'number' ? seen : -1)
