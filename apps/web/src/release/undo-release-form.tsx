'use client'

import type { ReleaseUndone } from '@throughcare/api/release/undo-release'
import { UNDO_REASONS } from '@throughcare/domain/release/undo-reasons'
import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'
import { ReasonedForm } from './reasoned-form.tsx'

const RESOLVER = lazyResolver(() =>
  import('@throughcare/domain/release/undo-release-input').then((loaded) => loaded.UndoReleaseInput),
)

type Props = { readonly episodeId: string; readonly version: number; readonly may: boolean }

/** A wrong press of "Released now", taken back with a reason. Says afterwards who had already looked. */
export function UndoReleaseForm({ episodeId, version, may }: Props) {
  const t = useTranslations('release')
  const format = useFormat()
  const trpc = useTRPC()
  const [undone, setUndone] = useState<ReleaseUndone | null>(null)
  const deed = useDeed(trpc.release.undo.mutationOptions(), { onDone: setUndone })
  if (undone)
    return (
      <Notice tone="good" role="status" heading={t('undo.done', { revoked: undone.revoked })}>
        <p>{t('undo.seen', { count: undone.seenBy.length })}</p>
        <ul>
          {undone.seenBy.map((one) => (
            <li key={`${one.serviceName} ${one.accountName}`}>
              {t('undo.seen-row', {
                name: one.accountName,
                service: one.serviceName,
                at: format.instant(one.firstAt, 'time'),
              })}
            </li>
          ))}
        </ul>
      </Notice>
    )
  if (!may) return null
  return (
    <ReasonedForm
      act="undo"
      episodeId={episodeId}
      version={version}
      reasons={UNDO_REASONS.map((code) => ({ value: code, text: t(`undo.reason.${code}`) }))}
      deed={deed}
      resolver={RESOLVER}
    />
  )
}
