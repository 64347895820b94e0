'use client'

import { Button } from '@throughcare/ui/button'
import { Row } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

/** One screen that hangs, and taking it off. */
export function TakeDown({ screenId, text }: { readonly screenId: string; readonly text: string }) {
  const t = useTranslations('now-board.wall')
  const trpc = useTRPC()
  const deed = useDeed(trpc.nowBoard.takeDown.mutationOptions())
  return (
    <Row>
      <span>{text}</span>
      <Button
        variant="secondary"
        size="small"
        pending={deed.pending}
        pendingText={t('taking-down')}
        onClick={() => deed.press({ screenId })}
      >
        {t('take-down')}
      </Button>
      <DeedRefusal error={deed.error} attempt={deed.attempt} />
    </Row>
  )
}
