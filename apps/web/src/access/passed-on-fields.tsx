'use client'

import type { ListedMember } from '@throughcare/api/access/list-members'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select, type SelectOption } from '@throughcare/ui/select'
import { useTranslations } from 'next-intl'
import type { UseFormRegister } from 'react-hook-form'

export type PassedOnTyped = { heldTo: string; waiting: 'stays' | 'is-recalled' }

type Props = {
  readonly member: ListedMember
  /** Who works on cases there, but for the one who leaves. */
  readonly colleagues: readonly SelectOption[]
  readonly error: string | undefined
  /** Of a form that holds {@link PassedOnTyped}. */
  readonly register: UseFormRegister<PassedOnTyped>
  /** Tells the fields of several forms on a page apart. */
  readonly of: string
}

/** What is open in somebody's name, and what becomes of it, before their hat goes. */
export function PassedOnFields({ member: { held, waiting }, colleagues, error, register, of }: Props) {
  const t = useTranslations('access.members')
  return (
    <>
      <p>{t('held', { count: held })}</p>
      {held > 0 && (
        <Select
          id={`held-to-${of}`}
          label={t('held-to')}
          description={t('held-hint')}
          options={colleagues}
          emptyText={t('held-to-service')}
          error={error}
          {...register('heldTo')}
        />
      )}
      <p>{t('items-back')}</p>
      <p>{t('waiting', { count: waiting })}</p>
      {waiting > 0 && (
        <RadioGroup
          id={`waiting-${of}`}
          legend={t('waiting-legend')}
          choices={[
            { value: 'stays', text: t('stays'), description: t('stays-hint') },
            { value: 'is-recalled', text: t('is-recalled'), description: t('recalled-hint') },
          ]}
          {...register('waiting')}
        />
      )}
    </>
  )
}
