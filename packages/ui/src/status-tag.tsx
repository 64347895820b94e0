import type { ReactNode } from 'react'
import { StateShape } from './state-shape.tsx'
import type { Shape, Tone } from './tone.tsx'

export type StatusTagProps = {
  readonly tone: Tone
  readonly shape?: Shape | undefined
  /** The state in words. */
  readonly children: ReactNode
}

/** A state: word, shape and colour together. */
export function StatusTag({ tone, shape, children }: StatusTagProps) {
  return (
    <span className="tc-status-tag" data-tone={tone}>
      <StateShape tone={tone} shape={shape} />
      <span>{children}</span>
    </span>
  )
}
