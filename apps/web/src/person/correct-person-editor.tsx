'use client'

import { lazy } from 'react'
import { OpenedPart } from '../form/opened-part.tsx'
import type { CorrectPersonProps } from './correct-person-form.tsx'

const CorrectPersonForm = lazy(() =>
  import('./correct-person-form.tsx').then(({ CorrectPersonForm: form }) => ({ default: form })),
)

/** The form for a person's details, fetched when somebody opens it. */
export function CorrectPersonEditor(props: CorrectPersonProps) {
  return (
    <OpenedPart>
      <CorrectPersonForm {...props} />
    </OpenedPart>
  )
}
