'use client'

import type { WallBoard as Counted } from '@throughcare/api/now-board/read-screen'
import { STALE_AFTER_SECONDS } from '@throughcare/domain/now-board/now-lists'
import { formatInstant } from '@throughcare/i18n/format-time'
import type { Locale } from '@throughcare/i18n/locales'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { paths } from '../paths.ts'
import { Freshness, useIsStale } from './freshness.tsx'
import styles from './now-board.module.css'
import { dropScreenKey, keptScreenKey } from './screen-store.ts'

/** A press is seen on the wall within a second: no session, no stream, one small question. */
const ASK_EVERY_MS = 1_000

type State = { kind: 'waiting' } | { kind: 'dark' } | { kind: 'counted'; board: Counted }

/** The four counts of a service on a wall, at which nobody is signed in. */
export function WallBoard() {
  const t = useTranslations('now-board')
  const locale = useLocale() as Locale
  const state = useScreen()
  const board = state.kind === 'counted' ? state.board : null
  const isStale = useIsStale(board?.countedAt ?? '', STALE_AFTER_SECONDS.wall)
  if (state.kind === 'waiting') return <PageHeading>{t('screen.waiting')}</PageHeading>
  if (board === null)
    return (
      <Stack>
        <PageHeading lead={t('screen.dark.text')}>{t('screen.dark.heading')}</PageHeading>
        <div>
          <LinkButton href={paths.signIn({ to: paths.nowBoard() })}>{t('screen.sign-in')}</LinkButton>
        </div>
      </Stack>
    )
  const at = (instant: string) => formatInstant(new Date(instant), board.timeZone, locale, 'time')
  return (
    <Stack gap="large">
      <PageHeading>{t('screen.heading', { service: board.serviceName })}</PageHeading>
      <ul className={`${styles.wall} ${isStale ? styles.stale : ''}`} aria-label={t('counts')}>
        {board.counts.map(({ list, count }) => (
          <li key={list}>
            {count === null ? (
              <span className={styles.not}>{t('screen.not-counted')}</span>
            ) : (
              <span className={styles.number}>{count}</span>
            )}
            <span className={styles.label}>{t(`list.${list}`)}</span>
          </li>
        ))}
      </ul>
      <Freshness at={at(board.countedAt)} heard={board.countedAt} staleAfterSeconds={STALE_AFTER_SECONDS.wall} />
      <p>{t('screen.until', { until: at(board.until) })}</p>
    </Stack>
  )
}

function useScreen(): State {
  const [state, setState] = useState<State>({ kind: 'waiting' })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const look = async () => {
      const key = keptScreenKey()
      const answer = key === null ? 'dark' : await ask(key)
      if (isOver) return
      // Without an answer the last counts stay, and say soon that they are not fresh.
      if (answer === 'dark') {
        dropScreenKey()
        return setState({ kind: 'dark' })
      }
      if (answer !== null) setState({ kind: 'counted', board: answer })
      timer = setTimeout(look, ASK_EVERY_MS)
    }
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [])
  return state
}

async function ask(key: string): Promise<Counted | 'dark' | null> {
  try {
    const answer = await fetch('/api/now-screen', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-throughcare': '1' },
      body: JSON.stringify({ key }),
    })
    if (answer.status === 404) return 'dark'
    return answer.ok ? ((await answer.json()) as Counted) : null
  } catch {
    return null
  }
}
