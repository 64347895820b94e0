'use client'

import { StatementForm, type StatementProps } from '../circumstance/statement-form.tsx'
import { useTRPC } from '../trpc/client.tsx'

/** Something that stands in the way: said for the first time, said again, or ended. */
export function BarrierForm(props: StatementProps) {
  const trpc = useTRPC()
  return (
    <StatementForm
      {...props}
      mutation={trpc.barrier.record.mutationOptions()}
      load={() => import('@throughcare/domain/barrier/record-barrier-input').then((m) => m.RecordBarrierInput)}
    />
  )
}
