'use client'

import { type ComponentProps, lazy } from 'react'
import { OpenedPart } from '../form/opened-part.tsx'
import type { ChangeDateForm as ChangeDate } from './change-date-form.tsx'
import type { ExclusionsForm as Exclusions } from './exclusions-form.tsx'
import type { TransferForm as Transfer } from './transfer-form.tsx'

const ChangeDateForm = lazy(() => import('./change-date-form.tsx').then((form) => ({ default: form.ChangeDateForm })))
const ExclusionsForm = lazy(() => import('./exclusions-form.tsx').then((form) => ({ default: form.ExclusionsForm })))
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

/** What keeps somebody out of the rule about an earlier release, fetched when somebody opens it. */
export function ExclusionsEditor(props: ComponentProps<typeof Exclusions>) {
  return (
    <OpenedPart>
      <ExclusionsForm {...props} />
    </OpenedPart>
  )
}
