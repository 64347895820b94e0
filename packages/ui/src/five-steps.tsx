import type { ReactNode } from 'react'
import { StatusTag } from './status-tag.tsx'
import type { Shape, Tone } from './tone.tsx'

export type Step = {
  readonly key: string
  readonly title: ReactNode
  readonly description?: ReactNode | undefined
  readonly status: { readonly tone: Tone; readonly shape?: Shape | undefined; readonly text: ReactNode }
  /** The next one to do: drawn open and strong. */
  readonly isNext?: boolean | undefined
  readonly actions?: ReactNode | undefined
}

/** A few steps in their order, each with its state in words and the press that moves it. */
export function FiveSteps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <ol className="tc-steps" aria-label={label}>
      {steps.map(({ key, title, description, status, isNext, actions }) => (
        <li key={key} data-tone={status.tone} aria-current={isNext ? 'step' : undefined}>
          <div className="tc-steps__head">
            <span className="tc-steps__title">{title}</span>
            <StatusTag tone={status.tone} shape={status.shape}>
              {status.text}
            </StatusTag>
          </div>
          {description && <div className="tc-steps__text">{description}</div>}
          {actions && <div className="tc-steps__actions">{actions}</div>}
        </li>
      ))}
    </ol>
  )
}
