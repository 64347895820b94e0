'use client'

import { useTranslations } from 'next-intl'
import { FormWithReason } from '../form/form-with-reason.tsx'
import type { Deed } from '../form/use-deed.ts'

type Props<Input> = {
  /** Under which its words stand in the messages of `release`. */
  readonly act: 'cancel' | 'undo'
  readonly episodeId: string
  readonly version: number
  readonly reasons: readonly { readonly value: string; readonly text: string }[]
  readonly deed: Deed<Input>
  /** Checks by the schema of the deed. */
  readonly resolver: unknown
}

/** A press that takes something of a release back. */
export function ReasonedForm<Input>({ act, episodeId, version, reasons, deed, resolver }: Props<Input>) {
  const t = useTranslations('release')
  const labels = { reason: t(`${act}.legend`), words: t(`${act}.words`) }
  return (
    <FormWithReason
      say={{
        open: t(`${act}.open`),
        lead: t(`${act}.lead`),
        legend: labels.reason,
        words: labels.words,
        confirm: t(`${act}.confirm`),
        pending: t(`${act}.pending`),
      }}
      reasons={reasons}
      of={{ episodeId, seenVersion: version }}
      deed={deed}
      resolver={resolver}
    />
  )
}
