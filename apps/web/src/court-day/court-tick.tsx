'use client'

import { missingBeforeTheVan } from '@throughcare/domain/court-day/decide-leaving'
import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Fieldset } from '@throughcare/ui/fieldset'
import { Stack } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'

type Had = { kitInHand: boolean; letterInHand: boolean; lastDoseConfirmed: boolean }
type Props = {
  readonly episodeId: string
  readonly name: string
  readonly atCourt: (Had & { readonly id: string; readonly version: number; readonly leftAt: string }) | null
}

const CHECKS = ['kitInHand', 'letterInHand', 'lastDoseConfirmed'] as const

/** Ticks one person out to court, or unticks them when they are back. */
export function CourtTick({ episodeId, name, atCourt }: Props) {
  return atCourt ? <AtCourt episodeId={episodeId} atCourt={atCourt} /> : <Leaves episodeId={episodeId} name={name} />
}

function AtCourt({ episodeId, atCourt }: { episodeId: string; atCourt: NonNullable<Props['atCourt']> }) {
  const t = useTranslations('court-day')
  const format = useFormat()
  const trpc = useTRPC()
  const deed = useDeed(trpc.courtDay.tick.mutationOptions())
  const missing = missingBeforeTheVan(atCourt)
  return (
    <Stack gap="small">
      <span>{t('left-at', { at: format.instant(atCourt.leftAt, 'time') })}</span>
      {missing.length > 0 && (
        <StatusTag tone="urgent">
          {t('without', { what: missing.map((one) => t(`missing.${one}`)).join(', ') })}
        </StatusTag>
      )}
      <DeedRefusal error={deed.error} attempt={deed.attempt} labels={{}} yours={{}} onLoad={deed.reload} />
      <Button
        size="small"
        variant="secondary"
        pending={deed.pending}
        pendingText={t('going-back')}
        onClick={() =>
          deed.press({ going: 'back', episodeId, courtDayId: atCourt.id, seenVersion: atCourt.version } as never)
        }
      >
        {t('back')}
      </Button>
    </Stack>
  )
}

function Leaves({ episodeId, name }: { episodeId: string; name: string }) {
  const t = useTranslations('court-day')
  const trpc = useTRPC()
  const id = useId()
  const deed = useDeed(trpc.courtDay.tick.mutationOptions())
  const form = useForm<Had>({ defaultValues: { kitInHand: false, letterInHand: false, lastDoseConfirmed: false } })
  return (
    <Disclosure summary={t('leave')}>
      <form
        noValidate
        onSubmit={form.handleSubmit((had) => deed.press({ going: 'leaves', episodeId, ...had } as never))}
      >
        <Stack gap="small">
          <DeedRefusal error={deed.error} attempt={deed.attempt} labels={{}} yours={{}} onLoad={deed.reload} />
          <Fieldset id={id} legend={t('legend', { name })}>
            {CHECKS.map((check) => (
              <Checkbox key={check} label={t(`${check}.label`)} {...form.register(check)} />
            ))}
          </Fieldset>
          <Button type="submit" size="small" pending={deed.pending} pendingText={t('leaving')}>
            {t('leave')}
          </Button>
        </Stack>
      </form>
    </Disclosure>
  )
}
