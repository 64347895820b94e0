'use client'

import type { Area } from '@throughcare/domain/checklist/areas'
import type { ChangeServiceInput } from '@throughcare/domain/service/change-service-input'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDeed } from '../form/use-deed.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'
import { DetailsFields, useDetailLabels } from './details-fields.tsx'
import { detailsResolver, type TypedDetails } from './details-typed.ts'

type Props = {
  readonly serviceId: string
  readonly seenVersion: number
  readonly details: TypedDetails
  /** Doses can be given by services of its kind. */
  readonly canEverDose: boolean
  /** The areas that its kind may see, so that it can be handed them. */
  readonly areas: readonly Area[]
}

/** How a service is reached and what it does. Its kind, place and zone are not changed here. */
export function DetailsForm({ serviceId, seenVersion, details, canEverDose, areas }: Props) {
  const t = useTranslations('service')
  const area = useTranslations('area')
  const trpc = useTRPC()
  const router = useRouter()
  const deed = useDeed(trpc.service.change.mutationOptions(), {
    refresh: false,
    onDone: () => {
      router.push(paths.service(serviceId))
      router.refresh()
    },
  })
  const form = useForm<TypedDetails, unknown, ChangeServiceInput>({
    resolver: detailsResolver({ serviceId, seenVersion }),
    shouldFocusError: false,
    defaultValues: details,
  })
  const { errors } = form.formState
  const labels = useDetailLabels()
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals
          form={form}
          deed={deed}
          labels={labels}
          yours={form.getValues()}
          show={(_field, value) =>
            Array.isArray(value)
              ? value.map((each) => area(`name.${each as Area}`)).join(', ')
              : typeof value === 'boolean'
                ? t(value ? 'contact.doses-here' : 'contact.no-doses-here')
                : String(value ?? '')
          }
        />
        <DetailsFields
          register={form.register}
          errors={errors}
          canEverDose={canEverDose}
          areas={areas}
          receives={details.receives}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
      </FormBody>
    </form>
  )
}
