'use client'

import type { ShownError } from '@throughcare/api/trpc'
import { useFault } from './use-fault.ts'

/** What the server refused of a field, in words, for a form that the library does not hold: `refused('quiet.from')`. */
export function useRefusedField(error: ShownError | null): (path: string) => string | undefined {
  const fault = useFault()
  return (path) => fault(error?.fields.find((field) => field.path === path)?.fault)
}
