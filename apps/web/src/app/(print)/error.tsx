'use client'

import { Failure } from '../../frame/failure.tsx'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failure error={error} retry={retry} />
}
