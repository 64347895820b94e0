'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from './class-names.tsx'

type ScrollRegionProps = {
  readonly label: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

/**
 * A part wider than the screen: reachable by Tab, scrolled by arrow keys or finger.
 * Opens where a child says `data-scroll-here`; moves sideways only, never the page.
 */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const here = frame.current?.querySelector<HTMLElement>('[data-scroll-here]')
    if (frame.current && here) frame.current.scrollLeft = here.offsetLeft - frame.current.clientWidth / 3
  }, [])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section ref={frame} className={classNames('tc-scroll', className)} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
