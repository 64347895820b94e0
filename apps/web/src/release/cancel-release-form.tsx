'use client'

import { CANCEL_REASONS } from '@throughcare/domain/release/cancel-reasons'
import { useTranslations } from 'next-intl'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { ReasonedForm } from './reasoned-form.tsx'

const RESOLVER = lazyResolver(() =>
  import('@throughcare/domain/release/cancel-release-input').then((loaded) => loaded.CancelReleaseInput),
)

type Props = { readonly episodeId: string; readonly version: number }

/** The date is withdrawn and there is none: with a reason, and nothing else goes away. */
export function CancelReleaseForm({ episodeId, version }: Props) {
  const t = useTranslations('release')
  const trpc = useTRPC()
  return (
    <ReasonedForm
      act="cancel"
      episodeId={episodeId}
      version={version}
      reasons={CANCEL_REASONS.map((code) => ({ value: code, text: t(`cancel.reason.${code}`) }))}
      deed={useDeed(trpc.release.cancel.mutationOptions())}
      resolver={RESOLVER}
    />
  )
}
