'use client'

import type { DoseListRow } from '@throughcare/api/dose-list/dose-list-row'
import { Button } from '@throughcare/ui/button'
import { LinkButton } from '@throughcare/ui/link-button'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { paths } from '../paths.ts'
import type { TypedMoment } from '../words/typed-moment.ts'
import styles from './dose-list.module.css'
import { QuickPress } from './quick-press.tsx'
import { RowRefusal } from './row-refusal.tsx'
import { useGivenPress } from './use-given-press.ts'
import { ROW_PRESS } from './use-row-keys.ts'

const DoseForm = lazy(() => import('../medication/dose-form.tsx').then(({ DoseForm: form }) => ({ default: form })))

type Props = {
  readonly row: DoseListRow
  readonly name: string
  readonly given: TypedMoment
  readonly say: (words: string) => void
  readonly isOpen: boolean
  readonly onOpen: (opens: boolean) => void
  readonly ifIntoxicated: ReactNode
  readonly children: ReactNode
}

/** One person: who and how it stands, "given today", and everything else that can be said of a dose. */
export function DoseRow({ row, name, given, say, isOpen, onOpen, ifIntoxicated, children }: Props) {
  const t = useTranslations('dose-list')
  const press = useGivenPress(row, name, say)
  const { quickBlock, isGiven, secondsLeft } = press
  const needsForm = !isGiven && (quickBlock === 'depot' || quickBlock === 'split')
  const [saidIntoxicated, setSaidIntoxicated] = useState(false)
  const mayGive = !isGiven && quickBlock !== 'already-recorded' && quickBlock !== 'not-prescribed'
  // While somebody says so there is no "given today".
  const isStopped = isOpen && saidIntoxicated
  const isQuick = isGiven || (quickBlock === null && !isStopped)
  const ofWhom = <VisuallyHidden>: {name}</VisuallyHidden>
  return (
    <li className={styles.row} data-block={isGiven ? undefined : (quickBlock ?? undefined)}>
      <div className={styles.main}>
        {children}
        <RowRefusal refusal={press.refusal} />
      </div>
      <div className={styles.presses}>
        {isQuick && <QuickPress press={press} name={name} />}
        {!isQuick && !needsForm && !isStopped && (
          <span {...ROW_PRESS}>
            <LinkButton href={paths.doses(row.episodeId)} variant="secondary">
              {quickBlock === 'already-recorded' ? t('press.correct') : t('press.open')}
              {ofWhom}
            </LinkButton>
          </span>
        )}
        <span {...(needsForm ? ROW_PRESS : {})}>
          <Button variant={needsForm ? 'secondary' : 'quiet'} aria-expanded={isOpen} onClick={openOther}>
            {needsForm ? t(`press.${quickBlock}`) : t('press.other')}
            {ofWhom}
          </Button>
        </span>
        {mayGive && (
          <Button variant="quiet" onClick={sayIntoxicated}>
            {t('press.intoxicated')}
            {ofWhom}
          </Button>
        )}
        {isGiven && secondsLeft === 0 && (
          <LinkButton href={paths.doses(row.episodeId)} variant="quiet">
            {t('press.correct')}
            {ofWhom}
          </LinkButton>
        )}
      </div>
      {isOpen && (
        <div className={styles.form}>
          <Suspense fallback={<p>{t('press.opening')}</p>}>
            <DoseForm
              key={saidIntoxicated ? 'intoxicated' : 'other'}
              episodeId={row.episodeId}
              treatment={{ id: row.treatment.id, version: press.version, rhythm: row.treatment.rhythm }}
              kinds={row.kinds}
              given={given}
              ifIntoxicated={mayGive && ifIntoxicated}
              saidIntoxicated={saidIntoxicated}
            />
          </Suspense>
        </div>
      )}
    </li>
  )

  function openOther() {
    setSaidIntoxicated(false)
    onOpen(!isOpen)
  }

  function sayIntoxicated() {
    press.disarm()
    setSaidIntoxicated(true)
    onOpen(true)
  }
}
