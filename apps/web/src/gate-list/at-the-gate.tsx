'use client'

import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { paths } from '../paths.ts'
import styles from './gate-list.module.css'
import { RemoveCopy } from './remove-copy.tsx'
import { SetUpForm } from './set-up-form.tsx'
import { SHELL_PATH, SHELL_WORKER_PATH } from './shell-address.ts'
import { TodayList } from './today-list.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { useGate } from './use-gate.ts'

/** The page at the gate, from the locked screen to the list. Works the same with and without network. */
export function AtTheGate() {
  const t = useTranslations('gate-list')
  const gate = useGate()
  const isKept = useShellKept()
  const [canKeep, setCanKeep] = useState(true)
  useEffect(() => setCanKeep(window.isSecureContext && typeof indexedDB !== 'undefined'), [])
  if (!canKeep)
    return (
      <Notice tone="attention" heading={t('not-here.heading')}>
        {t('not-here.text')}
      </Notice>
    )
  return (
    <>
      {/* Paper would say that it is so: nothing here has gone through the server yet. */}
      <p className={styles.paper}>{t('paper')}</p>
      <div className={styles.screen}>
        <Stack>
          {gate.news && (
            <Notice
              key={gate.news}
              tone="attention"
              role="alert"
              heading={t(`news.${gate.news}.heading`)}
              actions={
                (gate.news === 'signed-out' || gate.news === 'other-account') && (
                  <LinkButton href={paths.signIn({ to: SHELL_PATH })}>{t('news.sign-in')}</LinkButton>
                )
              }
            >
              <p>{t(`news.${gate.news}.text`)}</p>
            </Notice>
          )}
          {gate.phase === 'reading' && <p role="status">{t('reading')}</p>}
          {gate.phase === 'none' && <SetUpForm gate={gate} />}
          {gate.phase === 'locked' && <UnlockForm gate={gate} />}
          {gate.phase === 'open' && <TodayList gate={gate} isKept={isKept} />}
          {(gate.phase === 'locked' || gate.phase === 'open') && <RemoveCopy gate={gate} />}
        </Stack>
      </div>
    </>
  )
}

/** Has the browser kept this page, so that it opens without network? */
function useShellKept(): boolean {
  const [isKept, setKept] = useState(false)
  useEffect(() => {
    const worker = navigator.serviceWorker
    if (!worker) return
    worker
      .register(SHELL_WORKER_PATH, { scope: SHELL_PATH, updateViaCache: 'none' })
      .then(isActive)
      .then(setKept)
      .catch(() => setKept(false))
  }, [])
  return isKept
}

/** Not `serviceWorker.ready`, which waits for ever in a document that came here by a link from another page. */
function isActive({ active, waiting, installing }: ServiceWorkerRegistration): Promise<boolean> | boolean {
  const next = waiting ?? installing
  if (active || !next) return active !== null
  return new Promise((resolve) => {
    next.addEventListener('statechange', () => {
      if (next.state === 'activated' || next.state === 'redundant') resolve(next.state === 'activated')
    })
  })
}
