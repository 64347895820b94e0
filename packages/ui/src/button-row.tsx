import type { ReactNode } from 'react'

type ButtonRowProps = {
  readonly children: ReactNode
  /** Stays at the thumb on a phone, above the navigation. */
  readonly sticky?: boolean | undefined
}

/** Buttons side by side; one below the other, full width, on a phone. The main deed comes first. */
export function ButtonRow({ children, sticky }: ButtonRowProps) {
  return (
    <div className="tc-button-row" data-sticky={sticky || undefined}>
      {children}
    </div>
  )
}
