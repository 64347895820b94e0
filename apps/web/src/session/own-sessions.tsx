'use client'

import type { SignInView } from '@throughcare/api/access/own-sign-in'
import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { StatusTag } from '@throughcare/ui/status-tag'
import { SummaryList } from '@throughcare/ui/summary-list'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'

/** Every browser in which somebody is signed in, and a press that ends it there at once. */
export function OwnSessions({ sessions }: Pick<SignInView, 'sessions'>) {
  const t = useTranslations('access.account.sessions')
  const { instant } = useFormat()
  const [ended, setEnded] = useState<number | null>(null)
  const [pressed, setPressed] = useState<string | null>(null)
  const deed = useDeed(useTRPC().access.endSession.mutationOptions(), {
    onDone: (answer) => setEnded(answer.ended),
  })
  const end = (sessionId: string | null) => {
    setPressed(sessionId)
    deed.press({ sessionId })
  }
  return (
    <Stack>
      <DeedRefusal error={deed.error} attempt={deed.attempt} />
      {sessions.map(({ sessionId, createdAt, lastSeenAt, expiresAt, isHere }) => (
        <Stack key={sessionId} gap="small">
          <SummaryList
            compact
            rows={[
              { key: 'started', label: t('started'), value: instant(createdAt) },
              { key: 'seen', label: t('seen'), value: instant(lastSeenAt) },
              { key: 'until', label: t('until'), value: instant(expiresAt) },
            ]}
          />
          <div>
            {isHere ? (
              <StatusTag tone="info">{t('here')}</StatusTag>
            ) : (
              <Button
                variant="secondary"
                size="small"
                pending={deed.pending && pressed === sessionId}
                pendingText={t('pending')}
                onClick={() => end(sessionId)}
              >
                {t('end')}
              </Button>
            )}
          </div>
        </Stack>
      ))}
      {sessions.length > 1 && (
        <div>
          <Button
            variant="danger"
            pending={deed.pending && pressed === null}
            pendingText={t('pending')}
            onClick={() => end(null)}
          >
            {t('end-others')}
          </Button>
        </div>
      )}
      <StatusLine>{ended !== null && !deed.error ? t('ended', { count: ended }) : ''}</StatusLine>
    </Stack>
  )
}
