import type { ReactNode } from 'react'
import { SHAPE_OF_TONE, type Shape, type Tone } from './tone.tsx'

const DRAWINGS: Record<Shape, ReactNode> = {
  ring: <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <path d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" fill="currentColor" />
    </>
  ),
  check: (
    <>
      <circle cx="8" cy="8" r="6.75" fill="currentColor" />
      <path className="tc-shape__cut" d="m4.9 8.3 2.1 2.1 4.1-4.6" fill="none" strokeWidth="1.75" />
    </>
  ),
  triangle: (
    <>
      <path d="M8 1.4 15.2 14H.8z" fill="currentColor" strokeLinejoin="round" />
      <path className="tc-shape__cut" d="M8 6v3.6M8 11.4v.9" fill="none" strokeWidth="1.6" />
    </>
  ),
  stop: (
    <>
      <path d="M4.9 1h6.2L15 4.9v6.2L11.1 15H4.9L1 11.1V4.9z" fill="currentColor" />
      <path className="tc-shape__cut" d="M8 4.2v4.6M8 10.9v1.1" fill="none" strokeWidth="1.8" />
    </>
  ),
  question: (
    <>
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeDasharray="2.4 1.5" strokeWidth="1.5" />
      <path
        d="M6.1 6.4c.1-1.1.9-1.7 1.9-1.7s1.9.6 1.9 1.6c0 1.4-1.9 1.4-1.9 2.7M8 10.7v1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </>
  ),
  dash: <path d="M3 8h10" fill="none" stroke="currentColor" strokeWidth="2" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <path d="M8 4.6V8l2.4 1.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7.5" rx="1.2" fill="currentColor" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
}

type StateShapeProps = {
  readonly tone: Tone
  /** Instead of the tone's own shape. */
  readonly shape?: Shape | undefined
}

/** The outline of a state. Decoration for the eye only: the word beside it says the same to everyone. */
export function StateShape({ tone, shape = SHAPE_OF_TONE[tone] }: StateShapeProps) {
  return (
    <svg className="tc-shape" data-tone={tone} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {DRAWINGS[shape]}
    </svg>
  )
}
