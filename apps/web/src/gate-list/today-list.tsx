'use client'

import type { GateRow } from '@throughcare/api/gate-list/find-gate-list'
import type { GatePress } from '@throughcare/domain/gate-list/gate-presses'
import { CaseList } from '@throughcare/ui/case-card'
import { Disclosure } from '@throughcare/ui/disclosure'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { listedName } from '../handoff/person-name.ts'
import { InZone } from '../words/in-zone.tsx'
import { useFormat } from '../words/use-format.ts'
import type { KeptList } from './device-copy.ts'
import { GateCard } from './gate-card.tsx'
import { PressDialog } from './press-dialog.tsx'
import { Unsent } from './unsent.tsx'
import type { Gate } from './use-gate.ts'

type Asked = { readonly row: GateRow; readonly press: GatePress }
type Props = { readonly gate: Gate; readonly isKept: boolean }

/** More rows than fit on a telephone get a field to find a name in. It stays on the device. */
const ROWS_TO_LOOK_THROUGH = 8

/** The open list with its presses, in the time of the service that it is of. */
export function TodayList({ gate, isKept }: Props) {
  const kept = gate.opened?.kept ?? null
  if (!kept) return <Unsent gate={gate} />
  return (
    <InZone zone={kept.list.timeZone}>
      <Stack gap="large">
        <Unsent gate={gate} />
        <Rows gate={gate} kept={kept} isKept={isKept} />
      </Stack>
    </InZone>
  )
}

/** A second click of a double click falls on what stands under a dialog that has just gone: it is no press. */
const AFTER_DIALOG_MS = 600

function Rows({ gate, kept, isKept }: Props & { readonly kept: KeptList }) {
  const t = useTranslations('gate-list')
  const format = useFormat()
  const { list, behindMs } = kept
  const [wanted, setWanted] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const closedAt = useRef(Number.NEGATIVE_INFINITY)
  const sought = wanted.trim().toLowerCase()
  const rows = list.rows.filter((row) => listedName(row).toLowerCase().includes(sought))
  const isAside = ({ reason }: GateRow) => sought === '' && reason === 'any-day'
  const aside = rows.filter(isAside)
  const cards = (some: readonly GateRow[], label: string) => (
    <CaseList label={label}>
      {some.map((row) => (
        <GateCard
          key={row.episodeId}
          row={row}
          presses={gate.presses.filter((press) => press.row.episodeId === row.episodeId)}
          onPress={(press) => {
            if (performance.now() - closedAt.current > AFTER_DIALOG_MS) setAsked({ row, press })
          }}
        />
      ))}
    </CaseList>
  )
  const close = () => {
    closedAt.current = performance.now()
    setAsked(null)
  }
  return (
    <Section
      heading={t(`list.${list.side}`, { service: list.serviceName, day: format.day(list.today, 'weekday') })}
      lead={t('list.as-of', { at: format.instant(list.now, 'time') })}
    >
      <StatusLine tone={isKept ? 'good' : 'attention'}>{isKept ? t('kept') : t('not-kept')}</StatusLine>
      {list.rows.length > ROWS_TO_LOOK_THROUGH && (
        <TextField
          label={t('list.find')}
          name="gate-find"
          autoComplete="off"
          width="medium"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      {list.rows.length === 0 && <EmptyState heading={t(`empty.${list.side}`)} headingLevel={3} />}
      {list.rows.length > 0 && rows.length === 0 && <p role="status">{t('list.nobody-so')}</p>}
      {rows.length > aside.length &&
        cards(
          rows.filter((row) => !isAside(row)),
          t('list.label'),
        )}
      {aside.length > 0 && (
        <Disclosure summary={t('list.any-day', { count: aside.length })} open={rows.length === aside.length}>
          {cards(aside, t('list.any-day-label'))}
        </Disclosure>
      )}
      {asked && (
        <PressDialog
          {...asked}
          timeZone={list.timeZone}
          now={() => new Date(Date.now() + behindMs)}
          onPress={(pressed) => {
            close()
            void gate.press({ ...asked, ...pressed })
          }}
          onCancel={close}
        />
      )}
    </Section>
  )
}
