'use client'

import { type ComponentProps, lazy } from 'react'
import { OpenedPart } from '../form/opened-part.tsx'
import type { ChangeDateForm as ChangeDate } from './change-date-form.tsx'
import type { TransferForm as Transfer } from './transfer-form.tsx'

const ChangeDateForm = lazy(() => import('./change-date-form.tsx').then((form) => ({ default: form.ChangeDateForm })))
const TransferForm = lazy(() => import('./transfer-form.tsx').then((form) => ({ default: form.TransferForm })))

/** The form for another date, fetched when somebody opens it. */
export function ChangeDateEditor(props: ComponentProps<typeof ChangeDate>) {
  return (
    <OpenedPart>
      <ChangeDateForm {...props} />
    </OpenedPart>
  )
}

/** The form for a move to another prison, fetched when somebody opens it. */
export function TransferEditor(props: ComponentProps<typeof Transfer>) {
  return (
    <OpenedPart>
      <TransferForm {...props} />
    </OpenedPart>
  )
}
