'use client'

import { StatementForm, type StatementProps } from '../circumstance/statement-form.tsx'
import { useTRPC } from '../trpc/client.tsx'

/** A referral to residential treatment, with what comes after it. */
export function TreatmentAwayForm(props: StatementProps) {
  const trpc = useTRPC()
  return (
    <StatementForm
      {...props}
      mutation={trpc.treatmentAway.record.mutationOptions()}
      load={() =>
        import('@throughcare/domain/treatment-away/record-treatment-away-input').then((m) => m.RecordTreatmentAwayInput)
      }
    />
  )
}
