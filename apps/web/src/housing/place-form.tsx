'use client'

import { StatementForm, type StatementProps } from '../circumstance/statement-form.tsx'
import { useTRPC } from '../trpc/client.tsx'

/** Where somebody sleeps on the first night, in the first week or in the first month. */
export function PlaceForm(props: StatementProps) {
  const trpc = useTRPC()
  return (
    <StatementForm
      {...props}
      mutation={trpc.housing.recordPlace.mutationOptions()}
      load={() => import('@throughcare/domain/housing/record-place-input').then((m) => m.RecordPlaceInput)}
    />
  )
}
