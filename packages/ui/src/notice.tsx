import type { ReactNode } from 'react'
import { StateShape } from './state-shape.tsx'
import type { Shape, Tone } from './tone.tsx'

export type NoticeProps = {
  readonly tone: Exclude<Tone, 'quiet'>
  readonly shape?: Shape | undefined
  readonly heading?: ReactNode | undefined
  readonly headingLevel?: 2 | 3 | 4 | undefined
  readonly children?: ReactNode | undefined
  readonly actions?: ReactNode | undefined
  /** `alert` when it appears after a press and must be heard at once; nothing when it is part of the page. */
  readonly role?: 'alert' | 'status' | undefined
}

/** A message in the flow of the page. What must not be missed on a case belongs in the identity bar instead. */
export function Notice({ tone, shape, heading, headingLevel = 2, children, actions, role }: NoticeProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="tc-notice" data-tone={tone} role={role}>
      <StateShape tone={tone} shape={shape} />
      <div className="tc-notice__body">
        {heading && <Heading className="tc-notice__heading">{heading}</Heading>}
        {children && <div className="tc-notice__text">{children}</div>}
        {actions && <div className="tc-notice__actions">{actions}</div>}
      </div>
    </div>
  )
}
