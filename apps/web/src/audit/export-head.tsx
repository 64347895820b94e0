'use client'

import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

/** "Download the signed head": a small file for a second party. Asks again who is there. */
export function ExportHead({ sequence }: { readonly sequence: number }) {
  const t = useTranslations('audit.board')
  const trpc = useTRPC()
  const [told, setTold] = useState<string | null>(null)
  const deed = useDeed(trpc.audit.exportHead.mutationOptions(), {
    onDone: (head) => {
      download(`throughcare-trail-head-${head.sequence}.json`, JSON.stringify({ head }, null, 1))
      setTold(t('exported'))
    },
  })
  return (
    <Stack gap="small">
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <Button
        variant="secondary"
        pending={deed.pending}
        pendingText={t('exporting')}
        onClick={() => deed.press({ sequence })}
      >
        {t('export')}
      </Button>
      <StatusLine>{told}</StatusLine>
    </Stack>
  )
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
