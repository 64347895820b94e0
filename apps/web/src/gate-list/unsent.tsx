'use client'

import { Button } from '@throughcare/ui/button'
import { Notice } from '@throughcare/ui/notice'
import { Section } from '@throughcare/ui/section'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { listedName } from '../handoff/person-name.ts'
import { useFormat } from '../words/use-format.ts'
import type { Press } from './gate-press.ts'
import { Reached } from './reached.tsx'
import type { Gate } from './use-gate.ts'

/** What no server has taken yet, and what it did not take, each beside what is there now. */
export function Unsent({ gate }: { readonly gate: Gate }) {
  const t = useTranslations('gate-list.unsent')
  const waiting = gate.presses.filter(({ state }) => state === 'waiting')
  const refused = gate.presses.filter(({ state }) => state === 'refused')
  return (
    <>
      <Reached gate={gate} />
      {waiting.length > 0 && (
        <Notice
          tone="attention"
          shape="clock"
          role="status"
          heading={t('heading', { count: waiting.length })}
          actions={
            <Button size="small" pending={gate.busy} pendingText={t('sending')} onClick={() => void gate.sendNow()}>
              {t('send')}
            </Button>
          }
        >
          <ul>
            {waiting.map((press) => (
              <li key={press.requestId}>
                <Said press={press} />{' '}
                {!press.isTried && !gate.busy && (
                  <Button size="small" variant="quiet" onClick={() => void gate.takeBack(press.requestId)}>
                    {t('take-back')}
                    <VisuallyHidden>
                      : <Said press={press} />
                    </VisuallyHidden>
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <p>{t('text')}</p>
        </Notice>
      )}
      {refused.length > 0 && (
        <Section heading={t('refused.heading', { count: refused.length })} lead={t('refused.lead')}>
          {refused.map((press) => (
            <Section
              key={press.requestId}
              card
              headingLevel={3}
              heading={<Said press={press} />}
              actions={
                <Button size="small" variant="secondary" onClick={() => void gate.dismiss(press.requestId)}>
                  {t('refused.read')}
                </Button>
              }
            >
              <Refused press={press} />
            </Section>
          ))}
        </Section>
      )}
    </>
  )
}

/** Who, and what was pressed when. */
function Said({ press }: { readonly press: Press }) {
  const t = useTranslations('gate-list')
  const format = useFormat()
  return t('unsent.said', {
    name: listedName(press.row) || t('row.nameless'),
    what: t(`press.${press.press}.said`, { at: format.instant(press.at, 'time') }),
  })
}

/** Nothing is overwritten: what was pressed here stands beside what is stored. */
function Refused({ press }: { readonly press: Press }) {
  const t = useTranslations('gate-list')
  const kit = useTranslations('naloxone')
  const format = useFormat()
  const show = (field: string, value: unknown): ReactNode => {
    if (typeof value !== 'string' || value === '') return undefined
    if (field === 'state') return kit(`state.${value}`)
    return value.includes('T') ? format.instant(value) : format.day(value)
  }
  const isKit = press.press === 'kit-handed-over'
  return (
    <DeedRefusal
      error={press.refusal}
      labels={
        isKit
          ? { state: t('field.kit'), handedAt: t('field.handedAt') }
          : { releasedAt: t('field.releasedAt'), releaseDate: t('field.releaseDate') }
      }
      yours={
        isKit
          ? { state: 'handed-over', handedAt: press.at }
          : press.press === 'left'
            ? { releasedAt: press.at, releaseDate: press.row.releaseDate }
            : { releasedAt: null, releaseDate: null }
      }
      show={show}
    />
  )
}
