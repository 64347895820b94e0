'use client'

import { StatementForm, type StatementProps } from '../circumstance/statement-form.tsx'
import { useTRPC } from '../trpc/client.tsx'

/** What a service said when it was asked whom it takes. */
export function AdmissionForm(props: StatementProps) {
  const trpc = useTRPC()
  return (
    <StatementForm
      {...props}
      mutation={trpc.admission.record.mutationOptions()}
      load={() => import('@throughcare/domain/admission/admission-terms').then((m) => m.RecordAdmissionInput)}
    />
  )
}
