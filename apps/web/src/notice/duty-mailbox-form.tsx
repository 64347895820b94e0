'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useRefusedField } from '../form/use-refused-field.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly email: string | null; readonly version: number }

/** The address of the service that is read when it is urgent; empty when there is none. */
export function DutyMailboxForm({ email, version }: Props) {
  const t = useTranslations('notice')
  const trpc = useTRPC()
  const [saved, setSaved] = useState(false)
  const deed = useDeed(trpc.notice.setDutyMailbox.mutationOptions(), { onDone: () => setSaved(true) })
  const refused = useRefusedField(deed.error)
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setSaved(false)
    const said = String(new FormData(event.currentTarget).get('email') ?? '').trim()
    deed.press({ seenVersion: version, email: said === '' ? null : said })
  }
  return (
    <Section heading={t('duty.heading')}>
      {/* Made anew with what is stored now, while what was said of the press stays. */}
      <form key={version} onSubmit={save} noValidate>
        <Stack>
          <DeedRefusal
            error={deed.error}
            attempt={deed.attempt}
            onLoad={deed.reload}
            labels={{ email: t('duty.label') }}
          />
          <TextField
            name="email"
            type="email"
            label={t('duty.label')}
            description={t('duty.hint')}
            error={refused('email')}
            defaultValue={email ?? ''}
            width="medium"
            autoComplete="off"
          />
          <ButtonRow>
            <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('settings.saving')}>
              {t('duty.save')}
            </Button>
          </ButtonRow>
          <StatusLine>{saved ? t('duty.saved') : null}</StatusLine>
        </Stack>
      </form>
    </Section>
  )
}
