'use client'

import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { KitState } from '@throughcare/domain/naloxone/kit-codes'
import type { RecordKitInput } from '@throughcare/domain/naloxone/record-kit-input'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { TimeField } from '@throughcare/ui/time-field'
import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FaultSummary } from '../form/fault-summary.tsx'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { TypedMoment } from '../words/typed-moment.ts'
import { type KitFields, kitResolver, type TypedKit, typedKit } from './kit-typed.ts'

type Props = {
  readonly episodeId: string
  readonly kit: CaseView['kit']
  /** How many kits are on record. */
  readonly kits: number
  /** When it was handed over, or the present by the server's clock: no browser's clock is asked. */
  readonly handed: TypedMoment
}

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const STATES = ['in-property', 'handed-over', 'left-in-prison', 'declined'] as const satisfies readonly KitState[]

/** Where the naloxone kit is, with what is printed on it. Training stands last: it is never a condition. */
export function KitForm({ episodeId, kit, kits, handed }: Props) {
  const t = useTranslations('naloxone')
  const trpc = useTRPC()
  const fault = useFault()
  const words = useDateWords()
  const zone = useTimeZone() ?? 'UTC'
  // The version from which the fields were filled: what a colleague changes meanwhile is never written over unseen.
  const [seenVersion, setSeenVersion] = useState(kit?.version ?? kits)
  const deed = useDeed(trpc.naloxone.recordKit.mutationOptions(), { onDone: ({ version }) => setSeenVersion(version) })
  const form = useForm<TypedKit, unknown, RecordKitInput>({
    resolver: kitResolver({ episodeId, kitId: kit?.id ?? null, seenVersion }, zone),
    shouldFocusError: false,
    defaultValues: typedKit(kit, handed),
  })
  const { errors, submitCount } = form.formState
  const labels = {
    state: t('field.state'),
    handedOn: t('field.handedOn'),
    handedTime: t('field.handedTime'),
    product: t('field.product'),
    lot: t('field.lot'),
    expiresOn: t('field.expiresOn'),
    trained: t('field.trained'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FaultSummary errors={errors} attempt={submitCount} labels={labels} />
        <DeedRefusal
          error={deed.error}
          attempt={deed.attempt}
          labels={labels}
          yours={form.getValues()}
          show={(field, value) => (field === 'state' ? t(`state.${value as KitState}`) : String(value ?? ''))}
          onLoad={load}
        />
        <RadioGroup
          legend={labels.state}
          choices={STATES.map((value) => ({ value, text: t(`state.${value}`) }))}
          {...form.register('state')}
        />
        {form.watch('state') === 'handed-over' && (
          <>
            <DateField
              legend={labels.handedOn}
              words={words}
              defaultValue={handed.day}
              error={fault(errors.handedOn?.message)}
              {...form.register('handedOn')}
            />
            <TimeField
              label={labels.handedTime}
              error={fault(errors.handedTime?.message)}
              {...form.register('handedTime')}
            />
          </>
        )}
        <TextField
          label={labels.product}
          maxLength={120}
          error={fault(errors.product?.message)}
          {...form.register('product')}
        />
        <TextField
          label={labels.lot}
          maxLength={60}
          width="medium"
          error={fault(errors.lot?.message)}
          {...form.register('lot')}
        />
        <DateField
          legend={labels.expiresOn}
          words={words}
          defaultValue={kit?.expiresOn ?? ''}
          error={fault(errors.expiresOn?.message)}
          {...form.register('expiresOn')}
        />
        <RadioGroup
          legend={labels.trained}
          description={t('trained.hint')}
          layout="inline"
          choices={(['yes', 'no', 'not-asked'] as const).map((value) => ({ value, text: t(`trained.${value}`) }))}
          {...form.register('trained')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )

  /** Takes over what stands in the record now. */
  async function load() {
    const current = deed.error?.details.current as (KitFields & { version: number }) | undefined
    if (!current) return
    const { typedMoment } = await import('../words/local-moment.ts')
    form.reset(typedKit(current, current.handedAt ? typedMoment(current.handedAt, zone) : handed))
    setSeenVersion(current.version)
    deed.reload()
  }
}
