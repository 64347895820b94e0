'use client'

import type { ListedMember } from '@throughcare/api/access/list-members'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

const FIELDS = ['email', 'phone', 'team'] as const
type Typed = { membershipId: string; requestId: string } & { [Field in (typeof FIELDS)[number]]: string | null }

/** How to reach somebody in this hat. What stood there before is kept. */
export function ContactForm({ member: { membershipId, contacts } }: { readonly member: ListedMember }) {
  const t = useTranslations('access.members')
  const fault = useFault()
  const deed = useDeed(useTRPC().access.recordContact.mutationOptions())
  const [now] = contacts
  const form = useForm<Typed>({
    resolver: lazyResolver(() => import('@throughcare/domain/access/member-inputs').then((m) => m.RecordContactInput)),
    shouldFocusError: false,
    values: {
      membershipId,
      requestId: deed.requestId,
      email: now?.email ?? null,
      phone: now?.phone ?? null,
      team: now?.team ?? null,
    },
    resetOptions: { keepDirtyValues: true },
  })
  const labels = { email: t('contact-email'), phone: t('contact-phone'), team: t('contact-team') }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
        {FIELDS.map((field) => (
          <TextField
            key={field}
            id={`${field}-${membershipId}`}
            label={labels[field]}
            type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
            autoComplete="off"
            error={fault(form.formState.errors[field]?.message)}
            {...form.register(field, { setValueAs: (typed: string | null) => typed || null })}
          />
        ))}
        <div>
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('contact-pending')}>
            {t('contact-submit')}
          </Button>
        </div>
        <StatusLine>{deed.done && !deed.error ? t('contact-saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
