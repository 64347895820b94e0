'use client'

import { StatementForm, type StatementProps } from '../circumstance/statement-form.tsx'
import { useTRPC } from '../trpc/client.tsx'

/** A home, a benefit or a job that is kept until a day. */
export function KeptDateForm(props: StatementProps) {
  const trpc = useTRPC()
  return (
    <StatementForm
      {...props}
      mutation={trpc.keptDate.record.mutationOptions()}
      load={() => import('@throughcare/domain/kept-date/record-kept-date-input').then((m) => m.RecordKeptDateInput)}
    />
  )
}
