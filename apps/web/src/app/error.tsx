'use client'

import { Failure } from '../frame/failure.tsx'

/** When the frame of a page could not be made: nothing stands around it. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main" className="tc-main">
      <Failure error={error} retry={retry} />
    </main>
  )
}
