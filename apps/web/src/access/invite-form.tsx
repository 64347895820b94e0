'use client'

import type { Grant, Role } from '@throughcare/domain/access/access-codes'
import { Button } from '@throughcare/ui/button'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { OneTimeLink } from './one-time-link.tsx'

type Typed = { serviceId: string; requestId: string; email: string; displayName: string; role: Role; grants: Grant[] }

type Props = {
  readonly serviceId: string
  readonly roles: readonly Role[]
  /** Rights that whoever invites may give; none for a manager. */
  readonly grants: readonly Grant[]
}

/** Invites somebody to the service. The link is shown this one time, and goes by e-mail as well. */
export function InviteForm({ serviceId, roles, grants }: Props) {
  const t = useTranslations('access')
  const fault = useFault()
  const [link, setLink] = useState<string | null>(null)
  const deed = useDeed(useTRPC().access.invite.mutationOptions(), {
    onDone: (made) => {
      setLink(made.link)
      beginAnew(form)
    },
  })
  const form = useForm<Typed>({
    resolver: lazyResolver(() => import('@throughcare/domain/access/member-inputs').then((m) => m.InviteInput)),
    shouldFocusError: false,
    values: { serviceId, requestId: deed.requestId, email: '', displayName: '', role: roles[0] as Role, grants: [] },
    resetOptions: { keepDirtyValues: true },
  })
  const labels = {
    email: t('members.invite-email'),
    displayName: t('members.invite-name'),
    role: t('members.invite-role'),
    grants: t('members.invite-grants'),
  }
  const { errors } = form.formState
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => {
        setLink(null)
        deed.press(input)
      })}
    >
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
        {link && <OneTimeLink link={link} />}
        <TextField label={labels.email} type="email" error={fault(errors.email?.message)} {...form.register('email')} />
        <TextField
          label={labels.displayName}
          description={t('members.invite-name-hint')}
          autoComplete="off"
          error={fault(errors.displayName?.message)}
          {...form.register('displayName')}
        />
        <RadioGroup
          legend={labels.role}
          choices={roles.map((role) => ({ value: role, text: t(`role.${role}`) }))}
          error={fault(errors.role?.message)}
          {...form.register('role')}
        />
        {grants.length > 0 && (
          <CheckboxGroup
            legend={labels.grants}
            choices={grants.map((grant) => ({ value: grant, text: t(`grant.${grant}`) }))}
            error={fault(errors.grants?.message)}
            {...form.register('grants')}
          />
        )}
        <div>
          <Button type="submit" pending={deed.pending} pendingText={t('members.invite-pending')}>
            {t('members.invite-submit')}
          </Button>
        </div>
      </FormBody>
    </form>
  )
}
