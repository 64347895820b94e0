'use client'

import { StatementForm, type StatementProps } from '../circumstance/statement-form.tsx'
import { useTRPC } from '../trpc/client.tsx'

/** What a manager writes on the charts. */
export function AnnotationForm(props: StatementProps) {
  const trpc = useTRPC()
  return (
    <StatementForm
      {...props}
      mutation={trpc.figureAnnotation.add.mutationOptions()}
      load={() =>
        import('@throughcare/domain/figure-annotation/figure-annotation-input').then((m) => m.AddFigureAnnotationInput)
      }
    />
  )
}
