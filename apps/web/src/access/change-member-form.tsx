'use client'

import type { ListedMember } from '@throughcare/api/access/list-members'
import type { Grant, Role } from '@throughcare/domain/access/access-codes'
import { Button } from '@throughcare/ui/button'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import type { SelectOption } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { type UseFormRegister, useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useRefusedField } from '../form/use-refused-field.ts'
import { useTRPC } from '../trpc/client.tsx'
import { PassedOnFields, type PassedOnTyped } from './passed-on-fields.tsx'

type Typed = PassedOnTyped & { role: Role; grants: Grant[] }

type Props = {
  readonly serviceId: string
  readonly member: ListedMember
  readonly colleagues: readonly SelectOption[]
  readonly roles: readonly Role[]
  /** Rights that whoever changes may give; none for a manager. */
  readonly grants: readonly Grant[]
}

/** Another role or other rights at the same service. With another role, what is open in that name is passed on. */
export function ChangeMemberForm({ serviceId, member, colleagues, roles, grants }: Props) {
  const t = useTranslations('access')
  const form = useForm<Typed>({
    defaultValues: { heldTo: '', waiting: 'stays', role: member.role as Role, grants: member.grants as Grant[] },
  })
  const deed = useDeed(useTRPC().access.changeMember.mutationOptions())
  const { membershipId, held, waiting } = member
  const faultOf = useRefusedField(deed.error)
  const labels = { heldTo: t('members.held-to'), held: t('changed.held'), waiting: t('changed.waiting') }
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((typed) =>
        deed.press({
          serviceId,
          membershipId,
          seen: { held, waiting },
          heldTo: typed.heldTo || null,
          waiting: typed.waiting,
          role: typed.role,
          grants: typed.grants,
        }),
      )}
    >
      <FormBody>
        <DeedRefusal error={deed.error} attempt={deed.attempt} labels={labels} onLoad={deed.reload} />
        <RadioGroup
          id={`role-${membershipId}`}
          legend={t('members.invite-role')}
          choices={roles.map((role) => ({ value: role, text: t(`role.${role}`) }))}
          error={faultOf('role')}
          {...form.register('role')}
        />
        {grants.length > 0 && (
          <CheckboxGroup
            id={`grants-${membershipId}`}
            legend={t('members.invite-grants')}
            choices={grants.map((grant) => ({ value: grant, text: t(`grant.${grant}`) }))}
            error={faultOf('grants')}
            {...form.register('grants')}
          />
        )}
        <p>{t('members.change-hint')}</p>
        <PassedOnFields
          member={member}
          colleagues={colleagues}
          error={faultOf('heldTo')}
          register={form.register as unknown as UseFormRegister<PassedOnTyped>}
          of={`change-${membershipId}`}
        />
        <div>
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('members.change-pending')}>
            {t('members.change-submit')}
          </Button>
        </div>
        <StatusLine>{deed.done && !deed.error ? t('members.changed') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
