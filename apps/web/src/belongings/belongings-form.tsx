'use client'

import { StatementForm, type StatementProps } from '../circumstance/statement-form.tsx'
import { useTRPC } from '../trpc/client.tsx'

/** Things that somebody keeps, until when, or what became of them. */
export function BelongingsForm(props: StatementProps) {
  const trpc = useTRPC()
  return (
    <StatementForm
      {...props}
      mutation={trpc.belongings.record.mutationOptions()}
      load={() => import('@throughcare/domain/belongings/record-belongings-input').then((m) => m.RecordBelongingsInput)}
    />
  )
}
