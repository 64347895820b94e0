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
import { type Resolver, useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FaultSummary } from '../form/fault-summary.tsx'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { TypedMoment } from '../words/typed-moment.ts'

type Props = {
  readonly episodeId: string
  readonly kit: CaseView['kit']
  /** How many kits are on record. */
  readonly kits: number
  /** When it was handed over, or the present by the server's clock: no browser's clock is asked. */
  readonly handed: TypedMoment
}

type Typed = {
  state: KitState
  handedOn: string
  handedTime: string
  product: string
  lot: string
  expiresOn: string
  trained: 'yes' | 'no' | 'not-asked'
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
  const form = useForm<Typed, unknown, RecordKitInput>({
    resolver: resolverOf({ episodeId, kitId: kit?.id ?? null, seenVersion }, zone),
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

/** The fields of a kit as it stands, or of a new one. */
function typedKit(kit: KitFields | null, handed: TypedMoment): Typed {
  return {
    state: kit?.state ?? 'in-property',
    handedOn: handed.day,
    handedTime: handed.time,
    product: kit?.product ?? '',
    lot: kit?.lot ?? '',
    expiresOn: kit?.expiresOn ?? '',
    trained: kit?.trained === true ? 'yes' : kit?.trained === false ? 'no' : 'not-asked',
  }
}

type KitFields = Pick<NonNullable<Props['kit']>, 'state' | 'handedAt' | 'product' | 'lot' | 'expiresOn' | 'trained'>
type Of = { episodeId: string; kitId: string | null; seenVersion: number }

/** Turns what was typed into what the API takes, and sends faults back to the fields in which they were typed. */
function resolverOf({ episodeId, kitId, seenVersion }: Of, zone: string): Resolver<Typed, unknown, RecordKitInput> {
  return async (typed) => {
    const [{ PlainDate }, { RecordKitInput }, { readMoment }] = await Promise.all([
      import('@throughcare/domain/calendar/plain-date'),
      import('@throughcare/domain/naloxone/record-kit-input'),
      import('../words/local-moment.ts'),
    ])
    const faults: Record<string, { type: string; message: string }> = {}
    const note = (field: keyof Typed, message: string) => {
      faults[field] ??= { type: 'typed', message }
    }
    const handed =
      typed.state === 'handed-over' ? readMoment({ day: typed.handedOn, time: typed.handedTime }, zone) : null
    if (handed?.kind === 'no-time') note('handedTime', 'naloxone.handedAt.missing')
    if (handed?.kind === 'fault') note(handed.of === 'day' ? 'handedOn' : 'handedTime', handed.fault)
    const expiresOn = typed.expiresOn === '' ? null : PlainDate.safeParse(typed.expiresOn)
    if (expiresOn && !expiresOn.success) note('expiresOn', 'calendar.day.impossible')
    const read = RecordKitInput.safeParse({
      episodeId,
      kitId,
      // Not sent: useDeed puts the press's own id in its place.
      requestId: '00000000-0000-4000-8000-000000000000',
      seenVersion,
      product: typed.product.trim() || null,
      lot: typed.lot.trim() || null,
      expiresOn: expiresOn?.success ? expiresOn.data : null,
      state: typed.state,
      handedAt: handed?.kind === 'moment' ? handed.at : null,
      trained: typed.trained === 'not-asked' ? null : typed.trained === 'yes',
    })
    if (Object.keys(faults).length > 0) return { values: {}, errors: faults }
    if (read.success) return { values: read.data, errors: {} }
    for (const { path, message } of read.error.issues)
      note(path[0] === 'handedAt' ? 'handedTime' : (path[0] as keyof Typed), message)
    return { values: {}, errors: faults }
  }
}
