'use client'

import { StatementForm, type StatementProps } from '../circumstance/statement-form.tsx'
import { useTRPC } from '../trpc/client.tsx'

/** What a worker, or a manager of the service, says of today. */
export function CapacityForm(props: StatementProps) {
  const trpc = useTRPC()
  return (
    <StatementForm
      {...props}
      mutation={trpc.capacity.state.mutationOptions()}
      load={() => import('@throughcare/domain/capacity/capacity').then((m) => m.StateCapacityInput)}
    />
  )
}
