import { GRANTS, type Grant, type Role } from '@throughcare/domain/access/access-codes'
import { ROLES_OF_GRANT } from '@throughcare/domain/access/grants'
import { ROLES_OF_KIND, type ServiceKind } from '@throughcare/domain/service/service-kinds'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Prose, Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { InviteForm } from '../../../../../access/invite-form.tsx'
import { MemberCard } from '../../../../../access/member-card.tsx'
import { idOrNotFound } from '../../../../../handoff/id-or-not-found.ts'
import { ServicePage } from '../../../../../service/service-page.tsx'
import { currentSession } from '../../../../../session/current-session.ts'
import { mayHere } from '../../../../../session/may-here.ts'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { getFormat } from '../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('access', 'members.title')

type Props = { params: Promise<{ serviceId: string }> }

/** Who can sign in for a service and who is invited: for administrators, and for its own managers. */
export default async function ServicePeoplePage({ params }: Props) {
  const serviceId = idOrNotFound((await params).serviceId)
  const caller = await api()
  if (!(await mayHere('access.members'))) forbidden()
  const hat = (await currentSession())?.hat
  const isAdministrator = hat?.role === 'administrator'
  if (!isAdministrator && hat?.serviceId !== serviceId) forbidden()
  const service = await orNotFound(caller.service.byId({ serviceId }))
  const [{ members, invited }, t, format] = await Promise.all([
    caller.access.members({ serviceId }),
    getTranslations('access'),
    getFormat(),
  ])
  const roles: readonly Role[] = ROLES_OF_KIND[service.kind as ServiceKind]
  const grants: readonly Grant[] = isAdministrator
    ? GRANTS.filter((grant) => (ROLES_OF_GRANT[grant] as readonly Role[]).some((role) => roles.includes(role)))
    : []
  return (
    <ServicePage service={service} title={t('members.title')} lead={t('members.lead')}>
      <Words nouns={['access']}>
        <Stack>
          <Disclosure summary={t('members.invite')}>
            <InviteForm serviceId={serviceId} roles={roles} grants={grants} />
          </Disclosure>
          {invited.length > 0 && (
            <Section heading={t('members.invited')} card>
              <ul>
                {invited.map(({ linkId, displayName, email, role, expiresAt }) => (
                  <li key={linkId}>
                    {displayName}, {email}, {t(`role.${role as Role}`)}.{' '}
                    {t('members.invited-until', { at: format.instant(expiresAt) })}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {members.length === 0 && (
            <Prose>
              <p>{t('members.none')}</p>
            </Prose>
          )}
          {members.map((member) => (
            <MemberCard
              key={member.membershipId}
              serviceId={serviceId}
              member={member}
              members={members}
              roles={roles}
              grants={grants}
              isAdministrator={isAdministrator}
            />
          ))}
        </Stack>
      </Words>
    </ServicePage>
  )
}
