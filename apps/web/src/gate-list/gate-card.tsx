'use client'

import type { GateRow } from '@throughcare/api/gate-list/find-gate-list'
import type { GatePress } from '@throughcare/domain/gate-list/gate-presses'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { CaseCard } from '@throughcare/ui/case-card'
import { StatusTag } from '@throughcare/ui/status-tag'
import { useTranslations } from 'next-intl'
import { listedName } from '../handoff/person-name.ts'
import { useFormat } from '../words/use-format.ts'
import type { Press } from './gate-press.ts'

type Props = {
  readonly row: GateRow
  readonly presses: readonly Press[]
  readonly onPress: (press: GatePress) => void
}

/** Whoever has left did not stay: while one of the two waits, the other is not to be pressed. */
const CONTRARY_OF: Partial<Record<GatePress, GatePress>> = { left: 'did-not-leave', 'did-not-leave': 'left' }

/** One person on the list: who, why they stand there, what was pressed and not sent, and what can be pressed. */
export function GateCard({ row, presses, onPress }: Props) {
  const t = useTranslations('gate-list')
  const format = useFormat()
  const standing = presses.filter(({ state }) => state !== 'refused')
  const isPressed = (press: GatePress) =>
    standing.some((one) => one.press === press || one.press === CONTRARY_OF[press])
  const name = listedName(row) || t('row.nameless')
  return (
    <CaseCard
      title={name}
      headingLevel={3}
      tone={standing.some(({ state }) => state === 'waiting') ? 'attention' : undefined}
      facts={[
        row.dateOfBirth ? t('row.born', { day: format.day(row.dateOfBirth) }) : t('row.born-unknown'),
        row.number ? t('row.number', { number: row.number }) : t('row.number-unknown'),
        reason(),
      ]}
      states={
        <>
          {row.demo && <StatusTag tone="quiet">{t('row.demo')}</StatusTag>}
          {row.sameName && <StatusTag tone="urgent">{t('row.same-name')}</StatusTag>}
          {standing.map(({ requestId, press, at, state }) => (
            <StatusTag
              key={requestId}
              tone={state === 'waiting' ? 'attention' : 'good'}
              shape={state === 'waiting' ? 'clock' : 'check'}
            >
              {t(state === 'waiting' ? 'row.not-sent' : 'row.sent', {
                what: t(`press.${press}.said`, { at: format.instant(at, 'time') }),
              })}
            </StatusTag>
          ))}
        </>
      }
      actions={
        row.presses.some((press) => !isPressed(press)) && (
          <ButtonRow>
            {row.presses
              .filter((press) => !isPressed(press))
              .map((press, index) => (
                <Button
                  key={press}
                  variant={index === 0 ? 'primary' : 'secondary'}
                  aria-label={t('row.press', { press: t(`press.${press}.button`), name })}
                  onClick={() => onPress(press)}
                >
                  {t(`press.${press}.button`)}
                </Button>
              ))}
          </ButtonRow>
        )
      }
    />
  )

  function reason(): string {
    if (row.arrivedAt) return t('row.arrived', { at: format.instant(row.arrivedAt, 'time') })
    return t(`reason.${row.reason}`, {
      day: row.releaseDate ? format.day(row.releaseDate) : '',
      at: format.instant(row.releasedAt ?? row.appointmentAt ?? new Date(0), 'weekday'),
    })
  }
}
