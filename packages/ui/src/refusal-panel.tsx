import type { ReactNode } from 'react'
import { StateShape } from './state-shape.tsx'
import type { Shape, Tone } from './tone.tsx'

/** Why the page cannot be shown. `not-found` looks the same for what does not exist and what is not yours to see. */
export type RefusalKind = 'not-found' | 'not-allowed' | 'unavailable' | 'error'

const LOOK: Record<RefusalKind, { tone: Tone; shape: Shape }> = {
  'not-found': { tone: 'quiet', shape: 'question' },
  'not-allowed': { tone: 'quiet', shape: 'lock' },
  unavailable: { tone: 'attention', shape: 'clock' },
  error: { tone: 'urgent', shape: 'stop' },
}

export type RefusalPanelProps = {
  readonly kind: RefusalKind
  readonly heading: ReactNode
  /** What the reader can do now. Names nobody and nothing. */
  readonly children: ReactNode
  readonly actions?: ReactNode | undefined
  /** "Reference 7f3a…", to be read out on the phone. */
  readonly reference?: ReactNode | undefined
}

/** In place of a page that was refused or broke. Its heading is the page's h1. */
export function RefusalPanel({ kind, heading, children, actions, reference }: RefusalPanelProps) {
  return (
    <div className="tc-refusal" data-kind={kind}>
      <StateShape {...LOOK[kind]} />
      <h1>{heading}</h1>
      <div className="tc-refusal__text">{children}</div>
      {actions && <div className="tc-button-row">{actions}</div>}
      {reference && <p className="tc-refusal__reference">{reference}</p>}
    </div>
  )
}
