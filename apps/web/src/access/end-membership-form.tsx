'use client'

import type { ListedMember } from '@throughcare/api/access/list-members'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import type { SelectOption } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { PassedOnFields, type PassedOnTyped } from './passed-on-fields.tsx'

type Props = {
  readonly serviceId: string
  readonly member: ListedMember
  /** Who works on cases there, but for the one who leaves. */
  readonly colleagues: readonly SelectOption[]
}

/** Takes a hat away. What is open in that name, and what becomes of it, stands here before the press. */
export function EndMembershipForm({ serviceId, member, colleagues }: Props) {
  const t = useTranslations('access')
  const fault = useFault()
  const form = useForm<PassedOnTyped>({ defaultValues: { heldTo: '', waiting: 'stays' } })
  const deed = useDeed(useTRPC().access.endMembership.mutationOptions())
  const { held, waiting } = member
  const labels = { heldTo: t('members.held-to'), held: t('changed.held'), waiting: t('changed.waiting') }
  const refused = deed.error?.fields[0]
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((typed) =>
        deed.press({
          serviceId,
          membershipId: member.membershipId,
          seen: { held, waiting },
          heldTo: typed.heldTo || null,
          waiting: typed.waiting,
        }),
      )}
    >
      <FormBody>
        <DeedRefusal error={deed.error} attempt={deed.attempt} labels={labels} onLoad={deed.reload} />
        <PassedOnFields
          member={member}
          colleagues={colleagues}
          error={fault(refused?.path === 'heldTo' ? refused.fault : undefined)}
          register={form.register}
          of={member.membershipId}
        />
        <div>
          <Button type="submit" variant="danger" pending={deed.pending} pendingText={t('members.pending')}>
            {t('members.submit')}
          </Button>
        </div>
        <StatusLine>{deed.done && !deed.error ? t('members.done') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
