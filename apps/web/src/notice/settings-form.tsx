'use client'

import type { NoticeSettingsView } from '@throughcare/api/notice/notice-settings'
import type { NoticeKind } from '@throughcare/domain/notice/notice-kinds'
import type { NoticeWay } from '@throughcare/domain/notice/notice-settings'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Checkbox } from '@throughcare/ui/checkbox'
import { Row, Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { Table } from '@throughcare/ui/table'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useRefusedField } from '../form/use-refused-field.ts'
import { useTRPC } from '../trpc/client.tsx'

/** A kind with the ways that can be chosen for it, and the one that holds. */
export type KindToChoose = { readonly kind: NoticeKind; readonly ways: readonly NoticeWay[]; readonly way: NoticeWay }

type Props = {
  readonly safety: readonly KindToChoose[]
  readonly rest: readonly KindToChoose[]
  readonly settings: Pick<NoticeSettingsView, 'colleagueId' | 'quiet' | 'version' | 'colleagues'>
  readonly hasDutyMailbox: boolean
}

/** The matrix of events and ways, whom a colleague's ones go to, and the quiet hours: saved together. */
export function SettingsForm({ safety, rest, settings, hasDutyMailbox }: Props) {
  const t = useTranslations('notice')
  const trpc = useTRPC()
  const [saved, setSaved] = useState(false)
  const deed = useDeed(trpc.notice.choose.mutationOptions(), { onDone: () => setSaved(true) })
  const refused = useRefusedField(deed.error)
  const [quiet, setQuiet] = useState({ version: settings.version, isWanted: settings.quiet !== null })
  const quietWanted = quiet.version === settings.version ? quiet.isWanted : settings.quiet !== null

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setSaved(false)
    const said = new FormData(event.currentTarget)
    const text = (name: string) => String(said.get(name) ?? '').trim()
    const ways = Object.fromEntries([...safety, ...rest].map(({ kind }) => [kind, text(kind) as NoticeWay]))
    const hours = quietWanted ? { from: text('quiet-from'), to: text('quiet-to') } : null
    deed.press({
      seenVersion: settings.version,
      ways,
      colleagueId: text('colleagueId') || null,
      quiet: hours as NoticeSettingsView['quiet'],
    })
  }

  const matrix = (caption: string, kinds: readonly KindToChoose[]) => (
    <Table
      caption={caption}
      hideCaption
      size="small"
      columns={[
        { key: 'event', header: t('settings.event'), isRowHeader: true },
        { key: 'way', header: t('settings.way') },
      ]}
      rows={kinds.map(({ kind, ways, way }) => ({
        key: kind,
        cells: {
          event: t(`kind.${kind}`),
          way: (
            <Select
              id={`way-${kind}`}
              name={kind}
              label={t(`kind.${kind}`)}
              hideLabel
              defaultValue={way}
              options={ways.map((value) => ({ value, text: t(`way.${value}`) }))}
            />
          ),
        },
      }))}
    />
  )
  return (
    // Made anew with what is stored now, while what was said of the press stays.
    <form key={settings.version} onSubmit={save} noValidate>
      <Stack gap="large">
        <DeedRefusal
          error={deed.error}
          attempt={deed.attempt}
          onLoad={deed.reload}
          labels={{
            colleagueId: t('settings.colleague'),
            'quiet.from': t('settings.quiet-from'),
            'quiet.to': t('settings.quiet-to'),
          }}
        />
        <Section heading={t('settings.matrix')}>
          <Stack>
            <p>{t('settings.safety')}</p>
            {!hasDutyMailbox && <p>{t('settings.no-duty')}</p>}
            {matrix(t('settings.matrix'), safety)}
            {settings.colleagues.length > 0 ? (
              <Select
                name="colleagueId"
                label={t('settings.colleague')}
                description={t('settings.colleague-hint')}
                defaultValue={settings.colleagueId ?? ''}
                emptyText={t('settings.no-colleague')}
                width="medium"
                options={settings.colleagues.map(({ membershipId, name }) => ({ value: membershipId, text: name }))}
              />
            ) : (
              <p>{t('settings.no-colleagues')}</p>
            )}
          </Stack>
        </Section>
        <Section heading={t('settings.rest')}>
          <Stack>
            <p>{t('settings.rest-text')}</p>
            {matrix(t('settings.rest'), rest)}
            <p>{t('settings.stopped')}</p>
          </Stack>
        </Section>
        <Section heading={t('settings.quiet')}>
          <Stack>
            <Checkbox
              name="quiet"
              label={t('settings.quiet-want')}
              checked={quietWanted}
              onChange={(event) => setQuiet({ version: settings.version, isWanted: event.target.checked })}
            />
            {quietWanted && (
              <Row>
                <TextField
                  id="quiet.from"
                  name="quiet-from"
                  label={t('settings.quiet-from')}
                  error={refused('quiet.from')}
                  defaultValue={settings.quiet?.from ?? '20:00'}
                  width="short"
                  inputMode="numeric"
                />
                <TextField
                  id="quiet.to"
                  name="quiet-to"
                  label={t('settings.quiet-to')}
                  error={refused('quiet.to')}
                  defaultValue={settings.quiet?.to ?? '07:00'}
                  width="short"
                  inputMode="numeric"
                />
              </Row>
            )}
            <p>{t('settings.quiet-hint')}</p>
          </Stack>
        </Section>
        <Stack gap="small">
          <ButtonRow>
            <Button type="submit" pending={deed.pending} pendingText={t('settings.saving')}>
              {t('settings.save')}
            </Button>
          </ButtonRow>
          <StatusLine>{saved ? t('settings.saved') : null}</StatusLine>
        </Stack>
      </Stack>
    </form>
  )
}
