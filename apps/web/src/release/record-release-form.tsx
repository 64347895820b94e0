'use client'

import type { ReleaseKind } from '@throughcare/domain/release/release-codes'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import type { SelectOption } from '@throughcare/ui/select'
import { TimeField } from '@throughcare/ui/time-field'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { orNull } from '../person/typed-values.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'
import { ReleasedDialog } from './released-dialog.tsx'
import type { StatedRelease } from './stated-release.ts'

type Props = {
  readonly episodeId: string
  readonly version: number
  /** When the page was read, by the server's clock (ISO 8601), and by the browser's own count of milliseconds. */
  readonly read: { readonly readAt: string; readonly at: number }
  /** The first of both on the prison's wall: `2026-03-26`, `09:15`. */
  readonly today: string
  readonly time: string
  readonly zone: string
  readonly kinds: readonly SelectOption[]
  /** The kind that stands ready. */
  readonly kind: ReleaseKind
}

type Stated = { releasedAt: Date; learnedAt: Date; kind: ReleaseKind }
type Values = StatedRelease & { learned: 'now' | 'then'; kind: ReleaseKind | null }

/** "Released now", or learned of later. Stands inside `<Words nouns={['release', 'calendar']}>`. */
export function RecordReleaseForm({ episodeId, version, read, today, time, zone, kinds, kind }: Props) {
  const t = useTranslations('release')
  const dateWords = useTranslations('form.date')
  const fault = useFault()
  const format = useFormat()
  const trpc = useTRPC()
  const [isTwice, setTwice] = useState(false)
  const form = useForm<Values>({
    defaultValues: { releasedOn: today, time, which: null, learned: 'now', kind },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const router = useRouter()
  const [toConfirm, setToConfirm] = useState<(Stated & { attempt: number }) | null>(null)
  const deed = useDeed(trpc.release.record.mutationOptions(), {
    onDone: () => {
      setToConfirm(null)
      router.push(paths.released(episodeId))
      router.refresh()
    },
    refresh: false,
  })
  // Refused: what stands against it is told in the form, behind the dialog.
  if (toConfirm && deed.error && deed.attempt !== toConfirm.attempt) setToConfirm(null)

  async function record(values: Values) {
    // Days, zones and clock changes travel when they are needed.
    const { readStatedRelease } = await import('./stated-release.ts')
    const stated = readStatedRelease(values, zone)
    setTwice(!stated.ok && stated.fault === 'twice')
    if (!stated.ok) {
      if (stated.fault === 'twice') form.setError('which', { message: 'release.record.twice' })
      else form.setError('time', { message: `release.releasedAt.${stated.fault}` })
      return
    }
    if (values.kind === null) return
    const { releasedAt } = stated
    const now = new Date(Date.parse(read.readAt) + performance.now() - read.at)
    const learnedAt = values.learned === 'then' || releasedAt > now ? releasedAt : now
    setToConfirm({ releasedAt, learnedAt, kind: values.kind, attempt: deed.attempt })
  }

  const { errors } = form.formState
  const labels = {
    releasedOn: t('record.releasedOn'),
    time: t('record.releasedTime'),
    which: t('record.which'),
    kind: t('record.kind'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(record)}>
      <FormBody>
        <p>{t('record.lead')}</p>
        <FormRefusals
          form={form}
          deed={deed}
          labels={{ ...labels, releasedAt: t('record.releasedOn'), releaseDate: t('change.releaseDate') }}
          typedIn={{ releasedAt: 'time' }}
          yours={{}}
          show={(_field, value) => (typeof value === 'string' ? shownMoment(value) : undefined)}
        />
        <DateField
          legend={labels.releasedOn}
          words={{ day: dateWords('day'), month: dateWords('month'), year: dateWords('year') }}
          error={fault(errors.releasedOn?.message)}
          defaultValue={today}
          {...form.register('releasedOn', { setValueAs: orNull })}
        />
        <TimeField
          label={labels.time}
          description={t('record.zone')}
          error={fault(errors.time?.message)}
          {...form.register('time')}
        />
        {isTwice && (
          <RadioGroup
            legend={labels.which}
            error={fault(errors.which?.message)}
            choices={(['earlier', 'later'] as const).map((one) => ({ value: one, text: t(`record.which-${one}`) }))}
            {...form.register('which')}
          />
        )}
        <RadioGroup
          legend={t('record.learned')}
          choices={(['now', 'then'] as const).map((one) => ({ value: one, text: t(`record.learned-${one}`) }))}
          {...form.register('learned')}
        />
        <RadioGroup
          legend={labels.kind}
          error={fault(errors.kind?.message)}
          choices={kinds}
          {...form.register('kind', { required: 'release.record.kind-missing' })}
        />
        <ButtonRow>
          <Button type="submit" icon="gate">
            {t('record.confirm')}
          </Button>
        </ButtonRow>
        <ReleasedDialog
          episodeId={episodeId}
          releasedAt={toConfirm?.releasedAt ?? null}
          zone={zone}
          pending={deed.pending}
          onConfirm={() => {
            if (!toConfirm) return
            const { attempt: _asked, ...stated } = toConfirm
            deed.press({ episodeId, seenVersion: version, ...stated })
          }}
          onCancel={() => setToConfirm(null)}
        />
      </FormBody>
    </form>
  )

  function shownMoment(value: string): string {
    return value.includes('T') ? format.instant(value) : format.day(value)
  }
}
