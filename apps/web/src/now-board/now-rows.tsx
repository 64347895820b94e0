'use client'

import { NAMES_SHOWN_SECONDS, type NowList } from '@throughcare/domain/now-board/now-lists'
import { Button } from '@throughcare/ui/button'
import { ConfirmDialog } from '@throughcare/ui/confirm-dialog'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { StatusLine } from '@throughcare/ui/status-line'
import { Table } from '@throughcare/ui/table'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { askDoor } from '../session/ask-door.ts'
import { useApi } from '../trpc/client.tsx'

export type ShownRow = {
  readonly id: string
  readonly episodeId: string
  readonly prisonName: string
  /** Whole hours since the gate; null while nobody is known to be out. */
  readonly hours: number | null
  /** By when it is to be acknowledged, in the reader's words. */
  readonly due: string | null
}

type Names = ReadonlyMap<string, { familyName: string; givenNames: string }>
type Props = { readonly list: NowList; readonly rows: readonly ShownRow[] }

/** The rows behind a count. Their names come only after somebody proved who they are, and go again by themselves. */
export function NowRows({ list, rows }: Props) {
  const t = useTranslations('now-board')
  const [names, setNames] = useState<Names | null>(null)
  useEffect(() => {
    if (names === null) return
    const timer = setTimeout(() => setNames(null), NAMES_SHOWN_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [names])
  const who = (row: ShownRow, place: number) => {
    if (names === null) return t('rows.number', { place })
    const name = names.get(row.episodeId)
    if (!name) return t('unlock.not-here')
    return (
      <Link href={paths.case(row.episodeId)}>
        <bdi>{listedName(name)}</bdi>
      </Link>
    )
  }
  const minutes = NAMES_SHOWN_SECONDS / 60
  return (
    <Stack>
      {names === null ? (
        <Unlock list={list} onNames={setNames} />
      ) : (
        <div>
          <Button variant="secondary" onClick={() => setNames(null)}>
            {t('unlock.hide')}
          </Button>
        </div>
      )}
      <StatusLine>{names === null ? '' : t('unlock.shown', { minutes })}</StatusLine>
      <Table
        caption={t('rows.caption')}
        hideCaption
        columns={[
          { key: 'who', header: t('rows.who'), isRowHeader: true },
          { key: 'out', header: t('rows.out') },
          { key: 'prison', header: t('rows.prison') },
          ...(list === 'unacknowledged' ? ([{ key: 'due', header: t('rows.due') }] as const) : []),
        ]}
        rows={rows.map((row, index) => ({
          key: row.id,
          cells: {
            who: who(row, index + 1),
            out: row.hours === null ? t('rows.inside') : t('rows.hours', { hours: row.hours }),
            prison: row.prisonName,
            due: row.due ?? t('rows.no-due'),
          },
        }))}
      />
    </Stack>
  )
}

/** Asks who is there, every time: a screen in a room is pressed by whoever stands before it. */
function Unlock({ list, onNames }: { readonly list: NowList; readonly onNames: (names: Names) => void }) {
  const t = useTranslations('now-board.unlock')
  const again = useTranslations('refusal.again')
  const api = useApi()
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<'closed' | 'open' | 'pending'>('closed')
  const [fault, setFault] = useState<string | undefined>()

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const field = event.currentTarget.elements.namedItem('proof') as HTMLInputElement
    if (field.value === '') return setFault(t('missing'))
    setState('pending')
    setFault(undefined)
    const answer = await askDoor('prove', { proof: field.value })
    field.value = ''
    const names = answer.ok ? await api.nowBoard.names.query({ list }).catch(() => null) : null
    if (names !== null) {
      setState('closed')
      return onNames(new Map(names.map((name) => [name.episodeId, name])))
    }
    setState('open')
    setFault(!answer.ok && again.has(answer.code) ? again(answer.code) : t('failed'))
    field.focus()
  }

  return (
    <div>
      <Button variant="secondary" onClick={() => setState('open')}>
        {t('open')}
      </Button>
      <ConfirmDialog
        open={state !== 'closed'}
        heading={t('dialog')}
        confirmText={t('submit')}
        cancelText={t('cancel')}
        pending={state === 'pending'}
        pendingText={t('pending')}
        onConfirm={() => form.current?.requestSubmit()}
        onCancel={() => setState('closed')}
      >
        <p>{t('lead', { minutes: NAMES_SHOWN_SECONDS / 60 })}</p>
        <form ref={form} noValidate onSubmit={send}>
          <TextField name="proof" type="password" label={t('proof')} autoComplete="current-password" error={fault} />
        </form>
      </ConfirmDialog>
    </div>
  )
}
