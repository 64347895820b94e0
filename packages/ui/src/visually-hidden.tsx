import type { ReactNode } from 'react'

/** Words for screen readers where the eye has a shape. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="aksel-sr-only">{children}</span>
}
