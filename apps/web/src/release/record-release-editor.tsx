'use client'

import { type ComponentProps, lazy, useState } from 'react'
import { OpenedPart } from '../form/opened-part.tsx'
import type { RecordReleaseForm as RecordRelease } from './record-release-form.tsx'

const RecordReleaseForm = lazy(() =>
  import('./record-release-form.tsx').then((form) => ({ default: form.RecordReleaseForm })),
)

type Props = Omit<ComponentProps<typeof RecordRelease>, 'read'> & {
  /** When the page was read, by the server's clock: browsers' clocks are wrong. ISO 8601. */
  readonly readAt: string
}

/**
 * "Released now", fetched when somebody opens it. The server's time goes on from when the page was last read, not from when
 * the form was opened; a page that is read again starts it anew.
 */
export function RecordReleaseEditor({ readAt, ...props }: Props) {
  const [read, setRead] = useState(() => ({ readAt, at: performance.now() }))
  if (read.readAt !== readAt) setRead({ readAt, at: performance.now() })
  return (
    <OpenedPart>
      <RecordReleaseForm {...props} read={read} />
    </OpenedPart>
  )
}
