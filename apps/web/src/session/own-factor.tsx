'use client'

import type { SignInView } from '@throughcare/api/access/own-sign-in'
import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { StatusLine } from '@throughcare/ui/status-line'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { askDoor } from './ask-door.ts'
import { FactorSetUp } from './factor-set-up.tsx'
import { ProveAgain } from './prove-again.tsx'

/** Whether signing in asks for a code; setting it up, anew, and doing without where that may be. */
export function OwnFactor({ hasFactor, needsFactor, codesLeft }: Omit<SignInView, 'sessions'>) {
  const t = useTranslations('access.account.factor')
  const { refresh } = useRouter()
  const [said, setSaid] = useState<'done' | 'removed' | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [round, setRound] = useState(0)

  async function remove() {
    const answer = await askDoor('factor-remove', {})
    setFault(answer.ok ? null : answer.code)
    setSaid(answer.ok ? 'removed' : null)
    if (answer.ok) refresh()
  }

  return (
    <Stack>
      <p>{hasFactor ? `${t('on')} ${t('codes', { count: codesLeft })}` : t('none')}</p>
      {needsFactor && <p>{t('needed')}</p>}
      {fault && (
        <Notice tone="attention" role="alert">
          <p>{t(t.has(fault) ? fault : 'unexpected')}</p>
          {fault === 'step-up-needed' && <ProveAgain />}
        </Notice>
      )}
      <FactorSetUp
        key={round}
        openText={t(hasFactor ? 'again' : 'set-up')}
        onDone={() => {
          setSaid('done')
          setRound(round + 1)
          refresh()
        }}
      />
      {hasFactor && !needsFactor && (
        <div>
          <Button variant="quiet" onClick={remove}>
            {t('remove')}
          </Button>
        </div>
      )}
      <StatusLine>{said ? t(said) : ''}</StatusLine>
    </Stack>
  )
}
