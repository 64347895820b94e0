import type { Role } from '@throughcare/domain/access/access-codes'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Prose, Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EndMembershipForm } from '../../../../../access/end-membership-form.tsx'
import { idOrNotFound } from '../../../../../handoff/id-or-not-found.ts'
import { ServicePage } from '../../../../../service/service-page.tsx'
import { mayHere } from '../../../../../session/may-here.ts'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('access', 'members.title')

type Props = { params: Promise<{ serviceId: string }> }

/** Who can sign in for a service, and how a hat is taken away with all that is open in that name, for administrators. */
export default async function ServicePeoplePage({ params }: Props) {
  const serviceId = idOrNotFound((await params).serviceId)
  const caller = await api()
  if (!(await mayHere('access.members'))) forbidden()
  const service = await orNotFound(caller.service.byId({ serviceId }))
  const [{ members }, t] = await Promise.all([caller.access.members({ serviceId }), getTranslations('access')])
  const numbers = ({ held, waiting }: (typeof members)[number]) =>
    [held > 0 && t('members.held', { count: held }), waiting > 0 && t('members.waiting', { count: waiting })]
      .filter((line) => typeof line === 'string')
      .join(' ')
  return (
    <ServicePage service={service} title={t('members.title')} lead={t('members.lead')}>
      <Words nouns={['access']}>
        <Stack>
          {members.length === 0 && (
            <Prose>
              <p>{t('members.none')}</p>
            </Prose>
          )}
          {members.map((member) => (
            <Section
              key={member.membershipId}
              heading={member.displayName}
              lead={t(`role.${member.role as Role}`)}
              card
            >
              {member.isSelf ? (
                <p>{t('members.own')}</p>
              ) : (
                <Stack gap="small">
                  {numbers(member) && <p>{numbers(member)}</p>}
                  <Disclosure summary={t('members.end', { name: member.displayName })}>
                    <EndMembershipForm
                      key={`${member.held} ${member.waiting}`}
                      serviceId={serviceId}
                      member={member}
                      colleagues={members
                        .filter(({ role, accountId }) => role === 'caseworker' && accountId !== member.accountId)
                        .map(({ accountId, displayName }) => ({ value: accountId, text: displayName }))}
                    />
                  </Disclosure>
                </Stack>
              )}
            </Section>
          ))}
        </Stack>
      </Words>
    </ServicePage>
  )
}
