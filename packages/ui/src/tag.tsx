import type { ReactNode } from 'react'

/** A short word that sorts things and asks nothing (a kind, a language, "demo"). For states use StatusTag. */
export function Tag({ children, strong }: { readonly children: ReactNode; readonly strong?: boolean | undefined }) {
  return (
    <span className="tc-tag" data-strong={strong || undefined}>
      {children}
    </span>
  )
}
