import type { ReactNode } from 'react'
import { StateShape } from './state-shape.tsx'
import type { Tone } from './tone.tsx'

export type StatusLineProps = {
  /** Nothing to say: leave empty, but keep the line mounted, or its first words are not announced. */
  readonly children?: ReactNode | undefined
  readonly tone?: Tone | undefined
}

/** Says what just happened, where it happened, for as long as it is true. In place of toasts, which vanish before they are read. */
export function StatusLine({ children, tone = 'good' }: StatusLineProps) {
  return (
    <p className="tc-status-line" role="status" data-tone={tone}>
      {children && <StateShape tone={tone} />}
      {children}
    </p>
  )
}
