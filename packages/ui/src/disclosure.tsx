import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** More, for who wants it. The browser's own details element: works without script and is found by the page search. */
export function Disclosure({
  summary,
  children,
  open,
}: {
  readonly summary: ReactNode
  readonly children: ReactNode
  readonly open?: boolean | undefined
}) {
  return (
    <details className="tc-disclosure" open={open}>
      <summary>
        <Icon name="next" />
        {summary}
      </summary>
      <div className="tc-disclosure__body">{children}</div>
    </details>
  )
}
