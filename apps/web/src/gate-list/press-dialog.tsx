'use client'

import type { GateRow } from '@throughcare/api/gate-list/find-gate-list'
import type { GatePress } from '@throughcare/domain/gate-list/gate-presses'
import { CANCEL_REASONS, type CancelReason } from '@throughcare/domain/release/cancel-reasons'
import { ConfirmDialog } from '@throughcare/ui/confirm-dialog'
import { Notice } from '@throughcare/ui/notice'
import { Select } from '@throughcare/ui/select'
import { SummaryList } from '@throughcare/ui/summary-list'
import { TextField } from '@throughcare/ui/text-field'
import { TimeField } from '@throughcare/ui/time-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { listedName } from '../handoff/person-name.ts'
import { useFormat } from '../words/use-format.ts'
import { clockOf, lastTimeOf } from './typed-time.ts'
import type { Pressed } from './use-gate.ts'

type Props = {
  readonly row: GateRow
  readonly press: GatePress
  readonly timeZone: string
  /** The server's time, as far as this device knows it. */
  readonly now: () => Date
  readonly onPress: (pressed: Pick<Pressed, 'at' | 'why'>) => void
  readonly onCancel: () => void
}

/** Is it this person, and when was it? A wrong person let out of the record is the worst slip of this page. */
export function PressDialog({ row, press, timeZone, now, onPress, onCancel }: Props) {
  const t = useTranslations('gate-list')
  const release = useTranslations('release')
  const format = useFormat()
  const [time, setTime] = useState(() => clockOf(timeZone)(now()))
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const isStay = press === 'did-not-leave'
  const at = lastTimeOf(time, now(), timeZone)
  const faults = {
    time: !isStay && !at ? t('dialog.time-fault') : null,
    reason: isStay && reason === '' ? release('reason.missing') : null,
    words: isStay && reason === 'other' && words.trim() === '' ? release('words.missing') : null,
  }
  const shown = (fault: string | null) => (tried && fault ? fault : undefined)

  function confirm() {
    setTried(true)
    if (faults.time || faults.reason || faults.words) return
    onPress({
      at: (isStay ? now() : (at ?? now())).toISOString(),
      why: isStay ? { reason: reason as CancelReason, words: words.trim() || null } : null,
    })
  }

  return (
    <ConfirmDialog
      open
      heading={t(`press.${press}.heading`)}
      confirmText={t(`press.${press}.yes`)}
      cancelText={t('dialog.no')}
      onConfirm={confirm}
      onCancel={onCancel}
    >
      <SummaryList
        compact
        rows={[
          { key: 'name', label: t('dialog.name'), value: listedName(row) || t('row.nameless') },
          {
            key: 'born',
            label: t('dialog.born'),
            value: row.dateOfBirth ? format.day(row.dateOfBirth) : t('row.born-unknown'),
          },
          { key: 'number', label: t('dialog.number'), value: row.number ?? t('row.number-unknown') },
        ]}
      />
      {row.sameName && (
        <Notice tone="urgent" heading={t('row.same-name')} headingLevel={3}>
          {t('dialog.same-name')}
        </Notice>
      )}
      {!isStay && (
        <TimeField
          label={t('dialog.time')}
          description={t('dialog.time-hint')}
          name="gate-time"
          error={shown(faults.time)}
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      )}
      {isStay && (
        <>
          <Select
            label={release('cancel.legend')}
            name="gate-reason"
            emptyText={t('dialog.reason-empty')}
            error={shown(faults.reason)}
            options={CANCEL_REASONS.map((value) => ({ value, text: release(`cancel.reason.${value}`) }))}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <TextField
            label={release('cancel.words')}
            name="gate-words"
            maxLength={400}
            error={shown(faults.words)}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </>
      )}
      <p>{t(`press.${press}.what`)}</p>
    </ConfirmDialog>
  )
}
