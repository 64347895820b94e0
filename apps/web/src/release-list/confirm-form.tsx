'use client'

import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly listId: string; readonly seenVersion: number; readonly count: number }

/** Writes what the preview shows. The version of the preview goes along: an older one is refused. */
export function ConfirmForm({ listId, seenVersion, count }: Props) {
  const t = useTranslations('release-list.list')
  const trpc = useTRPC()
  const deed = useDeed(trpc.releaseList.confirm.mutationOptions())
  return (
    <FormBody>
      <DeedRefusal error={deed.error} attempt={deed.attempt} labels={{}} yours={{}} onLoad={deed.reload} />
      <Button onClick={() => deed.press({ listId, seenVersion })} pending={deed.pending} pendingText={t('confirming')}>
        {t('confirm', { count })}
      </Button>
    </FormBody>
  )
}
