'use client'

import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { KitHolder, KitState, KitUseOutcome } from '@throughcare/domain/naloxone/kit-codes'
import type { RecordKitInput } from '@throughcare/domain/naloxone/record-kit-input'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select } from '@throughcare/ui/select'
import { TextField } from '@throughcare/ui/text-field'
import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { KitMomentFields } from './kit-moment-fields.tsx'
import { KitPrintFields } from './kit-print-fields.tsx'
import {
  IS_GONE,
  type KitFields,
  type KitMoments,
  kitResolver,
  type TypedKit,
  typedKit,
  WAS_HANDED,
} from './kit-typed.ts'

type Props = {
  readonly episodeId: string
  readonly kit: CaseView['kits'][number] | null
  /** How many kits are on record. */
  readonly kits: number
  /** When things happened, or the present by the server's clock: no browser's clock is asked. */
  readonly moments: KitMoments
  /** Used, lost or left kits in whose place this one may come. */
  readonly replaceable: readonly { value: string; text: string }[]
  /** It is pressed: what was saved before is not what is told of any more. */
  readonly onPress: () => void
  readonly onSaved: (kitId: string) => void
}

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const STATES = [
  'in-property',
  'handed-over',
  'left-in-prison',
  'at-home',
  'used',
  'lost',
  'declined',
] as const satisfies readonly KitState[]
const HOLDERS = ['person', 'supporter', 'household'] as const satisfies readonly KitHolder[]
const OUTCOMES = ['came-round', 'came-round-hospital', 'died', 'not-known'] as const satisfies readonly KitUseOutcome[]
const IN_PRISON: readonly KitState[] = ['in-property', 'left-in-prison']

/** For whom a kit is, where it is now, what is printed on it. Training stands last: it is never a condition. */
export function KitForm({ episodeId, kit, kits, moments, replaceable, onPress, onSaved }: Props) {
  const t = useTranslations('naloxone')
  const trpc = useTRPC()
  const fault = useFault()
  const zone = useTimeZone() ?? 'UTC'
  // The version from which the fields were filled: what a colleague changes meanwhile is never written over unseen.
  const [seenVersion, setSeenVersion] = useState(kit?.version ?? kits)
  const deed = useDeed(trpc.naloxone.recordKit.mutationOptions(), {
    onDone: ({ kitId, version }) => {
      setSeenVersion(version)
      onSaved(kitId)
    },
  })
  const form = useForm<TypedKit, unknown, RecordKitInput>({
    resolver: kitResolver({ episodeId, kitId: kit?.id ?? null, seenVersion }, zone),
    shouldFocusError: false,
    defaultValues: typedKit(kit, moments),
  })
  const { errors } = form.formState
  const [state, holder] = form.watch(['state', 'holder'])
  const labels = Object.fromEntries(
    Object.keys(typedKit(null, moments)).map((field) => [field, t(`field.${field as keyof TypedKit}`)]),
  ) as Record<keyof TypedKit, string>
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((input) => {
        onPress()
        deed.press(input)
      })}
    >
      <FormBody>
        <FormRefusals
          form={form}
          deed={deed}
          labels={labels}
          typedIn={{ handedAt: 'handedTime', goneAt: 'goneTime' }}
          yours={form.getValues()}
          show={shown}
          onLoad={load}
        />
        <RadioGroup
          legend={labels.holder}
          description={t('holder-hint')}
          layout="inline"
          choices={HOLDERS.map((value) => ({ value, text: t(`holder.${value}`) }))}
          error={fault(errors.holder?.message)}
          {...form.register('holder')}
        />
        <RadioGroup
          legend={labels.state}
          choices={STATES.filter((value) => holder === 'person' || !IN_PRISON.includes(value)).map((value) => ({
            value,
            text: t(`state.${value}`),
          }))}
          error={fault(errors.state?.message)}
          {...form.register('state')}
        />
        {WAS_HANDED.includes(state) && (
          <KitMomentFields what="handed" form={form} labels={labels} isNeeded={state === 'handed-over'} />
        )}
        {IS_GONE.includes(state) && <KitMomentFields what="gone" form={form} labels={labels} isNeeded />}
        {state === 'used' && (
          <>
            <RadioGroup
              legend={labels.usedOutcome}
              description={t('used-hint')}
              choices={OUTCOMES.map((value) => ({ value, text: t(`used-outcome.${value}`) }))}
              error={fault(errors.usedOutcome?.message)}
              {...form.register('usedOutcome')}
            />
            <TextField
              label={labels.dosesUsed}
              inputMode="numeric"
              width="short"
              maxLength={2}
              error={fault(errors.dosesUsed?.message)}
              {...form.register('dosesUsed')}
            />
          </>
        )}
        {replaceable.length > 0 && (
          <Select
            label={labels.replacesId}
            emptyText={t('replaces-none')}
            options={replaceable}
            error={fault(errors.replacesId?.message)}
            {...form.register('replacesId')}
          />
        )}
        <KitPrintFields form={form} labels={labels} kit={kit} />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
      </FormBody>
    </form>
  )

  function shown(field: string, value: unknown): string {
    if (field === 'state') return t(`state.${value as KitState}`)
    if (field === 'holder') return t(`holder.${value as KitHolder}`)
    if (field === 'usedOutcome' && value) return t(`used-outcome.${value as KitUseOutcome}`)
    return String(value ?? '')
  }

  /** Takes over what stands in the record now. */
  async function load() {
    const current = deed.error?.details.current as (KitFields & { version: number }) | undefined
    if (!current) return
    const { typedMoment } = await import('../words/local-moment.ts')
    form.reset(
      typedKit(current, {
        handed: current.handedAt ? typedMoment(current.handedAt, zone) : moments.handed,
        gone: current.goneAt ? typedMoment(current.goneAt, zone) : moments.gone,
      }),
    )
    setSeenVersion(current.version)
    deed.reload()
  }
}
