'use client'

import type { ItemStatus, SettableItemStatus } from '@throughcare/domain/checklist/item-statuses'
import { UNDO_SECONDS } from '@throughcare/domain/dose-list/undo-window'
import { Button } from '@throughcare/ui/button'
import { Row, Stack } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSecondsLeft } from '../dose-list/use-seconds-left.ts'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { SetStatus } from './set-status.tsx'
import { useLineWords } from './use-line-words.ts'

type Props = {
  readonly itemId: string
  readonly seenVersion: number
  readonly title: string
  readonly status: ItemStatus
  readonly maySet: readonly SettableItemStatus[]
}

/** How the item stands, set at one press, and for ten seconds the way back: a second entry beside the first. */
export function ItemPresses({ itemId, seenVersion, title, status, maySet }: Props) {
  const t = useTranslations('item-work')
  const trpc = useTRPC()
  const wordsOf = useLineWords()
  const [pressed, setPressed] = useState<number | null>(null)
  const [told, setTold] = useState('')
  const [refused, setRefused] = useState('')
  const secondsLeft = useSecondsLeft(pressed === null ? null : String(pressed), UNDO_SECONDS)
  const undo = useDeed(trpc.checklist.undo.mutationOptions(), {
    onDone: ({ lines }) => {
      const why = lines[0] ? wordsOf(lines[0]) : null
      setPressed(null)
      setRefused(why ?? '')
      setTold(why === null ? t('status.undone') : '')
    },
  })
  return (
    <Stack gap="small">
      <DeedRefusal error={undo.error} attempt={undo.attempt} />
      <SetStatus
        itemId={itemId}
        seenVersion={seenVersion}
        title={title}
        status={status}
        maySet={maySet}
        onSet={(version) => {
          setPressed(version)
          setTold('')
          setRefused('')
        }}
      />
      <Row>
        {pressed !== null && secondsLeft > 0 && (
          <Button
            size="small"
            variant="secondary"
            pending={undo.pending}
            onClick={() => undo.press({ items: [{ itemId, seenVersion: pressed }], reason: t('bulk.undo-reason') })}
          >
            {t('status.undo')} <span aria-hidden="true">({secondsLeft})</span>
          </Button>
        )}
        <StatusLine tone={refused ? 'attention' : 'good'}>{told || refused}</StatusLine>
      </Row>
    </Stack>
  )
}
