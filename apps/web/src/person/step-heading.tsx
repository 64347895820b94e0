'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** The heading of a step. Takes the focus when the step appears after a press, so that keyboard and reader are where the page is. */
export function StepHeading({ children, takesFocus }: { readonly children: ReactNode; readonly takesFocus: boolean }) {
  const heading = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <span ref={heading} tabIndex={-1}>
      {children}
    </span>
  )
}
