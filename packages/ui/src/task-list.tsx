import type { ReactNode } from 'react'
import { FactList } from './fact-list.tsx'
import { Link } from './link.tsx'
import { StatusTag } from './status-tag.tsx'
import type { Shape, Tone } from './tone.tsx'

export type Task = {
  readonly key: string
  readonly title: ReactNode
  /** Opens the task; without it the title is plain text (not yours to change). */
  readonly href?: string | undefined
  readonly status: { readonly tone: Tone; readonly shape?: Shape | undefined; readonly text: ReactNode }
  /** Who owns it, when it is due, who did it: short ready words, one per entry. */
  readonly facts?: readonly ReactNode[] | undefined
  /** What stands in the way, in words ("Waits for: proof of identity"). */
  readonly blockedBy?: ReactNode | undefined
  /** What more there is to know about it; folded, where it is long. */
  readonly more?: ReactNode | undefined
  /** Buttons or a form that belong to this task. */
  readonly actions?: ReactNode | undefined
}

type TaskListProps = { readonly label: string; readonly tasks: readonly Task[] }

/** Things to do with their states in words, one under the other. */
export function TaskList({ label, tasks }: TaskListProps) {
  return (
    <ul className="tc-task-list" aria-label={label}>
      {tasks.map(({ key, title, href, status, facts = [], blockedBy, more, actions }) => (
        <li key={key} className="tc-task" data-tone={status.tone}>
          <div className="tc-task__main">
            <span className="tc-task__title">
              {href ? (
                <Link href={href} className="tc-task__link">
                  {title}
                </Link>
              ) : (
                title
              )}
            </span>
            <FactList facts={facts} />
            {blockedBy && (
              <span className="tc-task__blocked">
                <StatusTag tone="attention" shape="lock">
                  {blockedBy}
                </StatusTag>
              </span>
            )}
            {more}
          </div>
          <div className="tc-task__state">
            <StatusTag tone={status.tone} shape={status.shape}>
              {status.text}
            </StatusTag>
          </div>
          {actions && <div className="tc-task__actions">{actions}</div>}
        </li>
      ))}
    </ul>
  )
}
