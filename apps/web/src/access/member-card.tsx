import type { ListedMember } from '@throughcare/api/access/list-members'
import type { Grant, Role } from '@throughcare/domain/access/access-codes'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { ChangeMemberForm } from './change-member-form.tsx'
import { ContactForm } from './contact-form.tsx'
import { EndMembershipForm } from './end-membership-form.tsx'
import { ResetMemberForm } from './reset-member-form.tsx'

type Props = {
  readonly serviceId: string
  readonly member: ListedMember
  readonly members: readonly ListedMember[]
  readonly roles: readonly Role[]
  readonly grants: readonly Grant[]
  readonly isAdministrator: boolean
}

/** One hat of a service: what is open in that name, how to reach them, and what may be done about it. */
export async function MemberCard({ serviceId, member, members, roles, grants, isAdministrator }: Props) {
  const [t, format] = await Promise.all([getTranslations('access'), getFormat()])
  const { displayName: name, held, waiting, contacts, membershipId, isSelf } = member
  const numbers = [
    held > 0 && t('members.held', { count: held }),
    waiting > 0 && t('members.waiting', { count: waiting }),
  ]
    .filter((line) => typeof line === 'string')
    .join(' ')
  const as = [t(`role.${member.role as Role}`), ...member.grants.map((grant) => t(`grant.${grant as Grant}`))].join(
    ', ',
  )
  const reach = (contact: (typeof contacts)[number] | undefined) =>
    [contact?.team, contact?.phone, contact?.email].filter(Boolean).join(', ') || t('members.contact-none')
  const colleagues = members
    .filter(({ role, accountId }) => role === 'caseworker' && accountId !== member.accountId)
    .map(({ accountId, displayName }) => ({ value: accountId, text: displayName }))
  // A manager does not touch whoever holds a right that an administrator gave.
  const mayHandOut = !isSelf && (isAdministrator || member.grants.length === 0)
  return (
    <Section heading={name} lead={as} card>
      <Stack gap="small">
        {isSelf && <p>{t('members.own')}</p>}
        {numbers && <p>{numbers}</p>}
        <p>{reach(contacts[0])}</p>
        <Disclosure summary={t('members.contact', { name })}>
          <Stack gap="small">
            <ContactForm key={contacts.length} member={member} />
            {contacts.length > 1 && (
              <>
                <h3>{t('members.contact-history')}</h3>
                <ul>
                  {contacts.slice(1).map((contact) => (
                    <li key={contact.at}>
                      {reach(contact)} ({t('members.contact-by', { name: contact.by, at: format.instant(contact.at) })})
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Stack>
        </Disclosure>
        {mayHandOut && (
          <Disclosure summary={t('members.change', { name })}>
            <ChangeMemberForm key={`${held} ${waiting} ${as}`} {...{ serviceId, member, colleagues, roles, grants }} />
          </Disclosure>
        )}
        {mayHandOut && isAdministrator && (
          <Disclosure summary={t('members.reset', { name })}>
            <ResetMemberForm serviceId={serviceId} membershipId={membershipId} />
          </Disclosure>
        )}
        {mayHandOut && (
          <Disclosure summary={t('members.end', { name })}>
            <EndMembershipForm key={`${held} ${waiting}`} {...{ serviceId, member, colleagues }} />
          </Disclosure>
        )}
      </Stack>
    </Section>
  )
}
