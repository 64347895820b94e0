import type { ReactNode } from 'react'
import { StateShape } from './state-shape.tsx'

/** The words under a field that say what to mend. The live region is always there, so that its filling is announced. */
export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div id={id} className="tc-field-error" aria-live="polite">
      {children && (
        <p>
          <StateShape tone="urgent" shape="triangle" />
          {children}
        </p>
      )}
    </div>
  )
}
