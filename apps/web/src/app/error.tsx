'use client'

import { Failure } from '../frame/failure.tsx'

type Props = { error: unknown; retry: () => void }

export default function ErrorPage({ error, retry }: Props) {
  return <Failure error={error} retry={retry} />
}
