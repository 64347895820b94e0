'use client'

import { StatementForm, type StatementProps } from '../circumstance/statement-form.tsx'
import { useTRPC } from '../trpc/client.tsx'

/** How much of a medicine is in hand, who goes on with it, what is due. */
export function SupplyForm(props: StatementProps) {
  const trpc = useTRPC()
  return (
    <StatementForm
      {...props}
      mutation={trpc.healthSupply.record.mutationOptions()}
      load={() => import('@throughcare/domain/health-supply/supply-codes').then((m) => m.RecordSupplyInput)}
    />
  )
}
